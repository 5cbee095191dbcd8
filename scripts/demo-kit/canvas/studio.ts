const { exp, max, min, round } = Math;

const ramp = (low: number, high: number, value: number) => {
  const t = (value - low) / (high - low);
  return t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t);
};

const lamp = (value: number, from: number, to: number, soft: number) =>
  ramp(from - soft, from + soft, value) * (1 - ramp(to - soft, to + soft, value));

/** Brightness of a photographer's studio seen in a mirror direction: a big softbox up left, a strip on the right, a pale floor. */
export const studioLight = (rx: number, ry: number, rz: number, blur: number) => {
  const soft = 0.06 + blur * 0.5;
  const softbox = lamp(rx, -0.75, 0.05, soft) * lamp(ry, -0.88, -0.28, soft);
  const strip = lamp(rx, 0.68, 0.9, soft) * lamp(ry, -0.8, 0.65, soft);
  const room = 0.1 + 0.12 * blur + 0.16 * max(0, -ry) + 0.1 * max(0, rz);
  return (
    room +
    1.5 * softbox * (1 - blur * 0.45) +
    0.7 * strip * (1 - blur * 0.6) +
    0.4 * ramp(0.15, 0.75, ry)
  );
};

/** Light values of the 256 sRGB codes. */
export const linearTable = Float32Array.from({ length: 256 }, (_, code) => {
  const value = code / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

const STEPS = 4096;
const toCodeTable = Uint8Array.from({ length: STEPS + 1 }, (_, step) => {
  const value = step / STEPS;
  const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return round(encoded * 255);
});

/** The sRGB code of a light value; highlights above 0.8 roll off instead of clipping. */
export const toCode = (light: number) => {
  const rolled = light <= 0.8 ? light : 0.8 + 0.2 * (1 - exp(-(light - 0.8) / 0.2));
  return toCodeTable[rolled <= 0 ? 0 : (min(1, rolled) * STEPS) | 0];
};
