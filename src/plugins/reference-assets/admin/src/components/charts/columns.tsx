import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useReach } from '../../hooks/use-reach';

/** One column. */
export interface Column {
  key: string;
  label: string;
  value: number;
  /** The value in words. */
  text: string;
  /** Where what it counts is shown. */
  to?: string;
}

const Chart = styled.ul`
  display: flex;
  align-items: stretch;
  height: 14rem;
  margin: 0;
  padding: 0;
  list-style: none;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral300};
`;
const Slot = styled.li`
  position: relative;
  flex: 1 1 0;
  min-width: 0;
`;
const Stem = styled.span<{ $share: number }>`
  position: absolute;
  inset: auto 15% 0;
  height: ${({ $share }) => `${$share * 100}%`};
  min-height: ${({ $share }) => ($share > 0 ? '2px' : 0)};
  border-radius: 2px 2px 0 0;
  background: ${({ theme }) => theme.colors.primary500};
`;
const Reach = styled(Link)`
  display: block;
  height: 100%;

  &:hover,
  &:focus-visible {
    background: ${({ theme }) => theme.colors.primary100};
    outline-offset: 0;
  }
  &:hover ${Stem}, &:focus-visible ${Stem} {
    background: ${({ theme }) => theme.colors.primary700};
  }
`;
const Ends = styled.div`
  display: flex;
  justify-content: space-between;
`;

const moves: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_at, last) => last,
};

/**
 * Values over time, each leading to what it counts. One stop for the Tab key: the arrow keys go from column to column.
 */
export const Columns = ({ columns, label }: { columns: Column[]; label: string }) => {
  const id = useId();
  const reach = useReach();
  const list = useRef<HTMLUListElement>(null);
  const [stop, setStop] = useState<number | null>(null);
  const last = columns.length - 1;
  const at = Math.min(stop ?? last, last);
  const most = Math.max(...columns.map(({ value }) => value), 0) || 1;
  const told = columns[at];
  const go = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const next = Math.min(last, Math.max(0, move(at, last)));
    setStop(next);
    list.current?.querySelectorAll('a')[next]?.focus();
  };
  return (
    <div>
      <Typography id={id} tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
        {label}
        {stop !== null && told ? ` · ${told.label}: ${told.text}` : ''}
      </Typography>
      <Chart ref={list} aria-labelledby={id} onKeyDown={go} onMouseLeave={() => setStop(null)}>
        {columns.map(({ key, label: name, value, text, to: address }, index) => {
          const to = reach(address);
          const stem = <Stem $share={value / most} />;
          const says = `${name}: ${text}`;
          return (
            <Slot key={key} title={says} onMouseEnter={() => setStop(index)}>
              {to ? (
                <Reach
                  to={to}
                  aria-label={says}
                  tabIndex={index === at ? 0 : -1}
                  onFocus={() => setStop(index)}
                >
                  {stem}
                </Reach>
              ) : (
                stem
              )}
            </Slot>
          );
        })}
      </Chart>
      <Ends aria-hidden>
        {[columns[0], columns.at(-1)].map((one, side) => (
          <Typography key={side} variant="pi" textColor="neutral600">
            {one?.label}
          </Typography>
        ))}
      </Ends>
    </div>
  );
};
