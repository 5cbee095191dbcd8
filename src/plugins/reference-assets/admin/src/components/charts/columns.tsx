import { useId } from 'react';
import { Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';

/** One column. */
export interface Column {
  key: string;
  label: string;
  value: number;
  /** The value in words. */
  text: string;
}

const Drawing = styled.svg`
  width: 100%;
  height: 14rem;
  display: block;
`;
const Ground = styled.line`
  stroke: ${({ theme }) => theme.colors.neutral300};
  stroke-width: 1;
  vector-effect: non-scaling-stroke;
`;
const Stem = styled.rect`
  fill: ${({ theme }) => theme.colors.primary500};

  &:hover {
    fill: ${({ theme }) => theme.colors.primary700};
  }
`;
const Ends = styled.div`
  display: flex;
  justify-content: space-between;
`;

const height = 100;

/** Values over time; the same values as a table for those who do not see the drawing. */
export const Columns = ({ columns, label }: { columns: Column[]; label: string }) => {
  const id = useId();
  const most = Math.max(...columns.map(({ value }) => value), 0) || 1;
  const step = 300 / Math.max(1, columns.length);
  const top = columns.reduce<Column | undefined>(
    (best, one) => (!best || one.value > best.value ? one : best),
    undefined,
  );
  return (
    <div>
      <Drawing
        viewBox={`0 0 300 ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={id}
      >
        <title id={id}>{top ? `${label}: ${top.label}, ${top.text}` : label}</title>
        {columns.map(({ key, label: name, value, text }, index) => {
          const tall = (value / most) * (height - 4);
          return (
            <Stem
              key={key}
              x={index * step + step * 0.15}
              y={height - tall}
              width={step * 0.7}
              height={tall}
            >
              <title>{`${name}: ${text}`}</title>
            </Stem>
          );
        })}
        <Ground x1="0" x2="300" y1={height} y2={height} />
      </Drawing>
      <Ends aria-hidden>
        {[columns[0], columns.at(-1)].map((one, side) => (
          <Typography key={side} variant="pi" textColor="neutral600">
            {one?.label}
          </Typography>
        ))}
      </Ends>
      <VisuallyHidden>
        <table>
          <caption>{label}</caption>
          <tbody>
            {columns.map(({ key, label: name, text }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </div>
  );
};
