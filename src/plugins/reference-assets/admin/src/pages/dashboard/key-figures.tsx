import { Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useText, type TextId } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import type { Dashboard } from '../../../../shared/contracts/dashboard';

const Grid = styled.ul`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  margin: 0;
  padding: 0;
  list-style: none;

  /* Twelve figures fill their rows at each of these widths. */
  @media (min-width: 1080px) {
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }
  @media (min-width: 1600px) {
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }
`;
const Figure = styled.li`
  position: relative;
  display: flex;
  flex-direction: column;
  justify-content: space-between;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => theme.spaces[4]};
  border: 1px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;
/** The whole tile is the link. */
const Reach = styled(Link)`
  text-decoration: none;

  &::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  &:focus-visible::after {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
    border-radius: ${({ theme }) => theme.borderRadius};
  }
`;

type Named = [name: keyof Dashboard['business'], value: string, to: string];

/** The figures a business asks for first; each leads to what it counts. */
export const KeyFigures = ({ business, days }: Pick<Dashboard, 'business' | 'days'>) => {
  const t = useText();
  const { number, percent, money, hours } = useUnits();
  const shown = (value: number | null, how: (value: number) => string) =>
    value === null ? '–' : how(value);
  const those = (what = '') => `${BASE_PATH}/videos?days=${days}${what && `&${what}`}`;
  const figures: Named[] = [
    ['ordered', number(business.ordered), those()],
    ['finished', number(business.finished), those('made=true')],
    ['approved', number(business.approved), those('state=approved')],
    ['published', number(business.published), those('published=true')],
    ['successShare', shown(business.successShare, percent), those('made=false')],
    ['approvalShare', shown(business.approvalShare, percent), those('decided=true')],
    ['costPerFinishedUsd', shown(business.costPerFinishedUsd, money), those('made=true')],
    ['hoursToVideo', shown(business.hoursToVideo, hours), those('made=true')],
    ['hoursToApproval', shown(business.hoursToApproval, hours), those('state=approved')],
    ['versionsPerApproved', shown(business.versionsPerApproved, number), those('state=approved')],
    ['retakesPerBeat', shown(business.retakesPerBeat, number), those('retaken=true')],
    ['openComments', number(business.openComments), those('openComments=true')],
  ];
  return (
    <Grid data-testid="key-figures">
      {figures.map(([name, value, to]) => (
        <Figure key={name}>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t(`dashboard.business.${name}` as TextId)}
          </Typography>
          <Reach to={to} aria-label={`${t(`dashboard.business.${name}` as TextId)}: ${value}`}>
            <Typography variant="alpha" textColor="neutral800">
              {value}
            </Typography>
          </Reach>
        </Figure>
      ))}
    </Grid>
  );
};
