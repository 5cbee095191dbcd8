import { ramp } from './tone';
import type { Rgb, Size } from './still-request';

const { cos, hypot, max, min, PI, sin, sqrt } = Math;

/** A flat thing of a stage: its outline, its paint, and the shadow it casts on what lies behind. Units: px. */
export interface Shape {
  /** How far a place is outside the shape; negative inside. */
  distance(x: number, y: number): number;
  color: Rgb;
  /** How bright the paint is at a place inside, 1 as it is. */
  shade(x: number, y: number): number;
  shadow: { x: number; y: number; softness: number; strength: number };
  /** Rows that the shape and its shadow reach. */
  rows: { from: number; to: number };
}

/** What all shapes of a stage have in common. */
export interface ShapeLook {
  color: Rgb;
  /** How strong the shadow is, 0–1. */
  depth: number;
}

const shadowOf = (unit: number, depth: number): Shape['shadow'] => ({
  x: 3 * unit,
  y: -5 * unit,
  softness: 26 * unit,
  strength: 0.34 * depth,
});

const unitOf = ({ width, height }: Size): number => min(width, height) / 720;

/** A disc, lit a little from above. */
export const disc = (
  { x, y, radius }: { x: number; y: number; radius: number },
  size: Size,
  { color, depth }: ShapeLook,
): Shape => {
  const unit = unitOf(size);
  return {
    color,
    distance: (px, py) => hypot(px - x, py - y) - radius,
    shade: (_, py) => 1.04 - (0.08 * (py - y + radius)) / (2 * radius),
    shadow: { ...shadowOf(unit, depth), y: 6 * unit },
    rows: { from: y - radius - 60 * unit, to: y + radius + 60 * unit },
  };
};

/** A ball, lit from the upper left. */
export const ball = (
  { x, y, radius }: { x: number; y: number; radius: number },
  size: Size,
  { color, depth }: ShapeLook,
): Shape => {
  const flat = disc({ x, y, radius }, size, { color, depth });
  return {
    ...flat,
    shade: (px, py) => {
      const [nx, ny] = [(px - x) / radius, (py - y) / radius];
      const nz = sqrt(max(0, 1 - nx * nx - ny * ny));
      const light = -0.5 * nx - 0.62 * ny + 0.6 * nz;
      return 0.78 + 0.34 * ramp(-0.7, 1, light) + 0.16 * max(0, light) ** 14;
    },
  };
};

/** Everything below a wavy line: a hill of cut paper. */
export const hill = (
  { base, swell, length, phase }: { base: number; swell: number; length: number; phase: number },
  size: Size,
  { color, depth }: ShapeLook,
): Shape => {
  const unit = unitOf(size);
  const turn = (2 * PI) / length;
  const edge = (x: number) =>
    base + swell * sin(turn * x + phase) + 0.35 * swell * sin(2.3 * turn * x + 1.7 * phase);
  const slope = (x: number) =>
    swell * turn * cos(turn * x + phase) + 0.8 * swell * turn * cos(2.3 * turn * x + 1.7 * phase);
  // The edge hardly changes from one column to the next: it is found once a column.
  const columns = Array.from({ length: size.width + 2 }, (_, x) => ({
    edge: edge(x),
    steepness: sqrt(1 + slope(x) ** 2),
  }));
  const at = (x: number) => columns[min(columns.length - 1, max(0, Math.round(x)))]!;
  return {
    color,
    distance: (x, y) => (at(x).edge - y) / at(x).steepness,
    shade: (x, y) => 1.05 - 0.1 * ramp(0, 0.3 * size.height, y - at(x).edge),
    shadow: shadowOf(unit, depth),
    rows: { from: base - 1.4 * swell - 60 * unit, to: size.height },
  };
};

/** Everything beyond a slanting line, towards `angle`. Units: radians; `from` px from the middle of the frame. */
export const slant = (
  { angle, from }: { angle: number; from: number },
  size: Size,
  { color, depth }: ShapeLook,
): Shape => {
  const unit = unitOf(size);
  const [nx, ny] = [cos(angle), sin(angle)];
  const along = (x: number, y: number) => (x - size.width / 2) * nx + (y - size.height / 2) * ny;
  return {
    color,
    distance: (x, y) => from - along(x, y),
    shade: (x, y) => 1.05 - 0.1 * ramp(0, 0.5 * min(size.width, size.height), along(x, y) - from),
    shadow: { ...shadowOf(unit, depth), x: -nx * 5 * unit, y: -ny * 5 * unit },
    rows: { from: 0, to: size.height },
  };
};
