import { useId, type ReactNode } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useReach } from '../../hooks/use-reach';
import { useText, type TextId } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import type { Dashboard } from '../../../../shared/contracts/dashboard';

const Groups = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[6]};

  @media (min-width: 1600px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;
const Grid = styled.ul`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  margin: 0;
  padding: 0;
  list-style: none;

  /* Four figures fill their row. */
  @media (min-width: 1080px) {
    grid-template-columns: repeat(4, minmax(0, 1fr));
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

type Name = keyof Dashboard['business'];

/** Four figures each, by what they tell. */
const groups = {
  output: ['ordered', 'finished', 'approved', 'published'],
  pace: ['hoursToVideo', 'hoursToApproval', 'versionsPerApproved', 'retakesPerBeat'],
  judgement: ['approvalShare', 'firstApprovalShare', 'overrideShare', 'openComments'],
  value: ['successShare', 'costPerFinishedUsd', 'costPerSecondUsd', 'reuseShare'],
} as const satisfies Record<string, readonly Name[]>;

/** What of the last days' videos each figure counts, as the list of videos is asked. */
const counted: Record<Exclude<Name, 'reuseShare'>, string> = {
  ordered: '',
  finished: '&made=true',
  approved: '&state=approved',
  published: '&published=true',
  hoursToVideo: '&made=true',
  hoursToApproval: '&state=approved',
  versionsPerApproved: '&state=approved',
  retakesPerBeat: '&retaken=true',
  approvalShare: '&decided=true',
  firstApprovalShare: '&state=approved&onlyOneVersion=true',
  overrideShare: '&overridden=true',
  openComments: '&openComments=true',
  successShare: '&made=false',
  costPerFinishedUsd: '&made=true',
  costPerSecondUsd: '&made=true',
};

const Group = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Typography id={id} tag="h2" variant="delta" textColor="neutral800">
        {title}
      </Typography>
      <Box paddingTop={3}>
        <Grid>{children}</Grid>
      </Box>
    </section>
  );
};

/** The figures a business asks for first; each leads to what it counts. */
export const KeyFigures = ({ business, days }: Pick<Dashboard, 'business' | 'days'>) => {
  const t = useText();
  const reach = useReach();
  const { number, percent, money, hours } = useUnits();
  const shown = (name: Name): string => {
    const value = business[name];
    if (value === null) return '–';
    if (name.endsWith('Share')) return percent(value);
    if (name.endsWith('Usd')) return money(value);
    return name.startsWith('hours') ? hours(value) : number(value);
  };
  const leadsTo = (name: Name): string =>
    name === 'reuseShare'
      ? `${BASE_PATH}/library?order=used`
      : `${BASE_PATH}/videos?days=${days}${counted[name]}`;
  return (
    <Groups data-testid="key-figures">
      {Object.entries(groups).map(([group, names]) => (
        <Group key={group} title={t(`dashboard.group.${group}` as TextId)}>
          {names.map((name) => {
            const label = t(`dashboard.business.${name}`);
            const to = reach(leadsTo(name));
            const value = (
              <Typography variant="alpha" textColor="neutral800">
                {shown(name)}
              </Typography>
            );
            return (
              <Figure key={name}>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {label}
                </Typography>
                {to ? (
                  <Reach to={to} aria-label={`${label}: ${shown(name)}`}>
                    {value}
                  </Reach>
                ) : (
                  value
                )}
              </Figure>
            );
          })}
        </Group>
      ))}
    </Groups>
  );
};
