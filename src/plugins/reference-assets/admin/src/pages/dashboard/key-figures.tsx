import { Box, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useText, type TextId } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import type { Dashboard } from '../../../../shared/contracts/dashboard';

const Grid = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  margin: 0;
  padding: 0;
  list-style: none;
`;
const Plain = styled.span`
  text-decoration: none;
`;

type Named = [name: keyof Dashboard['business'], value: string, to?: string];

/** The figures a business asks for first; each leads to what it counts. */
export const KeyFigures = ({ business }: { business: Dashboard['business'] }) => {
  const t = useText();
  const { number, percent, money, hours } = useUnits();
  const shown = (value: number | null, how: (value: number) => string) =>
    value === null ? '–' : how(value);
  const videos = `${BASE_PATH}/videos`;
  const figures: Named[] = [
    ['ordered', number(business.ordered), videos],
    ['finished', number(business.finished), `${videos}?state=in_review`],
    ['approved', number(business.approved), `${videos}?state=approved`],
    ['published', number(business.published), `${videos}?state=approved`],
    ['successShare', shown(business.successShare, percent), `${videos}?state=failed`],
    ['approvalShare', shown(business.approvalShare, percent), `${videos}?state=changes_requested`],
    ['costPerFinishedUsd', shown(business.costPerFinishedUsd, money)],
    ['hoursToVideo', shown(business.hoursToVideo, hours)],
    ['hoursToApproval', shown(business.hoursToApproval, hours)],
    ['versionsPerApproved', shown(business.versionsPerApproved, number)],
    ['retakesPerBeat', shown(business.retakesPerBeat, number)],
    ['openComments', number(business.openComments), `${videos}?state=in_review`],
  ];
  return (
    <Grid data-testid="key-figures">
      {figures.map(([name, value, to]) => (
        <Box key={name} tag="li" background="neutral0" padding={4} hasRadius shadow="tableShadow">
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t(`dashboard.business.${name}` as TextId)}
          </Typography>
          <Typography variant="alpha" textColor={to ? 'primary600' : 'neutral800'}>
            {to ? (
              <Plain as={Link} to={to} style={{ color: 'inherit' }}>
                {value}
              </Plain>
            ) : (
              value
            )}
          </Typography>
        </Box>
      ))}
    </Grid>
  );
};
