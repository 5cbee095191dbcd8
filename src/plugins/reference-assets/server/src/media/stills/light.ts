import type { Mood } from '../../../../shared/contracts/vocabulary';
import type { Plate } from './plate';
import type { Size } from './still-request';
import { mix, ramp } from './tone';

const { exp, sqrt } = Math;

/** How a mood colours what is around the product. */
interface Grade {
  /** Gains for red, green, blue. */
  gain: readonly [number, number, number];
  saturation: number;
  contrast: number;
  exposure: number;
  /** How dark the corners get, 0–1. */
  falloff: number;
}

const grades: Record<Mood, Grade> = {
  energetic: { gain: [1.02, 1, 1], saturation: 1.18, contrast: 1.08, exposure: 1.03, falloff: 0.2 },
  calm: { gain: [0.99, 1, 1.02], saturation: 0.86, contrast: 0.93, exposure: 1.04, falloff: 0.16 },
  dramatic: {
    gain: [0.99, 0.98, 1.03],
    saturation: 0.84,
    contrast: 1.16,
    exposure: 0.74,
    falloff: 0.5,
  },
  playful: {
    gain: [1.02, 1, 0.99],
    saturation: 1.2,
    contrast: 1.02,
    exposure: 1.06,
    falloff: 0.12,
  },
  elegant: {
    gain: [1.02, 1, 0.98],
    saturation: 0.78,
    contrast: 1.02,
    exposure: 0.94,
    falloff: 0.28,
  },
  warm: { gain: [1.07, 1.01, 0.9], saturation: 1.02, contrast: 1, exposure: 1.02, falloff: 0.22 },
  confident: { gain: [1, 1, 1.01], saturation: 0.96, contrast: 1.1, exposure: 0.92, falloff: 0.32 },
  fresh: {
    gain: [0.98, 1.03, 1.01],
    saturation: 1.1,
    contrast: 0.98,
    exposure: 1.08,
    falloff: 0.1,
  },
};

/** Colours a photographed background by mood; the product never passes through here. */
export const gradePhoto = (plate: Plate, mood: Mood): void => {
  const { gain, saturation, contrast, exposure } = grades[mood];
  const { data } = plate;
  for (let o = 0; o < data.length; o += 3) {
    const luma = 0.2126 * data[o]! + 0.7152 * data[o + 1]! + 0.0722 * data[o + 2]!;
    for (let c = 0; c < 3; c++) {
      const vivid = luma + (data[o + c]! - luma) * saturation;
      data[o + c] = ((vivid - 118) * contrast + 118) * exposure * gain[c]!;
    }
  }
};

/** A pool of light on the background behind the subject, corners falling off by mood. */
export interface Light {
  /** Middle of the pool and its radius, px. */
  x: number;
  y: number;
  radius: number;
  /** How much brighter the middle is, 0–1. */
  glow: number;
}

/** How much of the light is left at a place: corners fall off by mood. */
export const lightAt = (
  { width, height }: Size,
  mood: Mood,
  light: Light,
): ((x: number, y: number) => number) => {
  const { falloff } = grades[mood];
  const reach = Math.hypot(width, height) * 0.62;
  return (x, y) =>
    1 - falloff * ramp(0.25, 1.15, sqrt((x - light.x) ** 2 + (y - light.y) ** 2) / reach);
};

/** Lights a background. */
export const lightPlate = (plate: Plate, mood: Mood, light: Light): void => {
  const { width, height, data } = plate;
  const left = lightAt(plate, mood, light);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o += 3) {
      const squared = (x - light.x) ** 2 + (y - light.y) ** 2;
      const dark = left(x, y);
      const pool = light.glow * exp((-1.6 * squared) / light.radius ** 2);
      for (let c = 0; c < 3; c++) data[o + c] = mix(data[o + c]! * dark, 255, pool);
    }
  }
};
