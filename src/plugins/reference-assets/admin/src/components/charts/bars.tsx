import { Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useReach } from '../../hooks/use-reach';

/** One bar. `share` is the part of it that is marked, 0–1. */
export interface Bar {
  key: string;
  label: string;
  value: number;
  /** The value in words. */
  text: string;
  share?: number;
  /** Where what it counts is shown. */
  to?: string;
}

const List = styled.ul`
  display: grid;
  grid-template-columns: minmax(8rem, max-content) 1fr max-content;
  align-items: center;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  margin: 0;
  padding: 0;
  list-style: none;
`;
const Row = styled.li`
  display: contents;
`;
const Name = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  text-decoration: none;
  overflow-wrap: anywhere;

  &:hover {
    text-decoration: underline;
  }
`;
const Drawing = styled.svg`
  width: 100%;
  height: 1.2rem;
  display: block;
`;
const Ground = styled.rect`
  fill: ${({ theme }) => theme.colors.neutral150};
`;
const Length = styled.rect`
  fill: ${({ theme }) => theme.colors.primary500};
`;
const Marked = styled.rect`
  fill: ${({ theme }) => theme.colors.warning500};
`;

const Keys = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[4]};
  padding-bottom: ${({ theme }) => theme.spaces[3]};
`;
const Key = styled.span<{ $marked: boolean }>`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};

  &::before {
    content: '';
    width: 1.2rem;
    height: 0.8rem;
    border-radius: 2px;
    background: ${({ theme, $marked }) =>
      $marked ? theme.colors.warning500 : theme.colors.primary500};
  }
`;

/** What the two colours of bars with a marked part mean. */
export const BarKeys = ({ whole, marked }: { whole: string; marked: string }) => (
  <Keys>
    <Key $marked>
      <Typography variant="pi" textColor="neutral700">
        {marked}
      </Typography>
    </Key>
    <Key $marked={false}>
      <Typography variant="pi" textColor="neutral700">
        {whole}
      </Typography>
    </Key>
  </Keys>
);

/** Values beside each other, each named, told in words, and leading to what it counts. `most` is a full bar. */
export const Bars = ({
  bars,
  label,
  most: full,
}: {
  bars: Bar[];
  label: string;
  most?: number;
}) => {
  const reach = useReach();
  const most = full ?? (Math.max(...bars.map(({ value }) => value), 0) || 1);
  return (
    <List aria-label={label}>
      {bars.map(({ key, label: name, value, text, share = 0, to: address }) => {
        const to = reach(address);
        const width = (value / most) * 100;
        return (
          <Row key={key}>
            {to ? (
              <Name to={to}>
                <Typography variant="pi" textColor="primary600">
                  {name}
                </Typography>
              </Name>
            ) : (
              <Typography variant="pi" textColor="neutral800">
                {name}
              </Typography>
            )}
            <Drawing viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
              <Ground width="100" height="6" rx="1" />
              <Length width={width} height="6" rx="1" />
              <Marked width={width * share} height="6" rx="1" />
            </Drawing>
            <Typography variant="pi" fontWeight="bold" textColor="neutral800">
              {text}
            </Typography>
          </Row>
        );
      })}
    </List>
  );
};
