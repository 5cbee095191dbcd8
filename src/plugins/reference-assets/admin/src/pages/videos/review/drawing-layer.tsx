import { useState, type PointerEvent } from 'react';
import { styled } from 'styled-components';
import { inks, penWidth, withPoint, type Ink, type Stroke } from './ink';

interface DrawingLayerProps {
  strokes: Stroke[];
  /** Width over height of the picture. */
  ratio: number;
  /** Draws in this colour when given; else it only shows. */
  ink?: Ink;
  onStroke?: (stroke: Stroke) => void;
}

const Layer = styled.svg<{ $draws: boolean }>`
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  touch-action: ${({ $draws }) => ($draws ? 'none' : 'auto')};
  pointer-events: ${({ $draws }) => ($draws ? 'auto' : 'none')};
  cursor: crosshair;
`;

const across = 1000;

/** Where the pointer is on the picture, as shares of its width and height. */
const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent): [number, number] => {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const share = (value: number, size: number) => Math.min(1, Math.max(0, value / size));
  return [share(clientX - left, width), share(clientY - top, height)];
};

/** A drawing over the picture, as vectors, and the pen that makes one. */
export const DrawingLayer = ({ strokes, ratio, ink, onStroke }: DrawingLayerProps) => {
  const [current, setCurrent] = useState<Stroke | null>(null);
  const down = across / ratio;
  const lineOf = ({ points }: Stroke) =>
    [...points, ...(points.length === 1 ? points : [])]
      .map(([x, y]) => `${x * across},${y * down}`)
      .join(' ');
  const begin = (event: PointerEvent) => {
    if (!ink) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setCurrent({ color: ink, width: penWidth, points: [pointOf(event)] });
  };
  const draw = (event: PointerEvent) => {
    if (current) setCurrent(withPoint(current, pointOf(event)));
  };
  const end = () => {
    if (current) onStroke?.(current);
    setCurrent(null);
  };
  return (
    <Layer
      $draws={ink !== undefined}
      viewBox={`0 0 ${across} ${down}`}
      aria-hidden
      data-testid="drawing"
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {[...strokes, ...(current ? [current] : [])].map((stroke, index) => (
        <polyline
          key={index}
          points={lineOf(stroke)}
          fill="none"
          stroke={inks[stroke.color]}
          strokeWidth={stroke.width * across}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </Layer>
  );
};
