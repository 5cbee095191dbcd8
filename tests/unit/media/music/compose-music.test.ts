import { composeMusic } from '../../../../src/plugins/reference-assets/server/src/media/music/compose-music';
import { integratedLoudness } from '../../../../src/plugins/reference-assets/server/src/media/music/loudness';
import { toWav } from '../../../../src/plugins/reference-assets/server/src/media/music/wav';
import { moods } from '../../../../src/plugins/reference-assets/shared/contracts/vocabulary';

const power = (samples: Float32Array) => {
  let sum = 0;
  for (const value of samples) sum += value * value;
  return sum / samples.length;
};

const peakOf = (...sides: Float32Array[]) => {
  let peak = 0;
  for (const side of sides) {
    for (const value of side) if (value > peak || -value > peak) peak = value < 0 ? -value : value;
  }
  return peak;
};

describe('composeMusic', () => {
  it.each(moods)('has its exact length and level: %s', (mood) => {
    const { left, right } = composeMusic({ durationSeconds: 2, mood, seed: 'one' });
    expect(left.length).toBe(2 * 48_000);
    expect(right.length).toBe(left.length);
    expect(20 * Math.log10(peakOf(left, right))).toBeLessThanOrEqual(-3);
    const loudness = integratedLoudness(left, right);
    expect(loudness).toBeGreaterThan(-23);
    expect(loudness).toBeLessThan(-18);
  });

  it('begins and ends in silence and sounds in between', () => {
    const { left } = composeMusic({ durationSeconds: 4, mood: 'warm', seed: 'one' });
    const part = (from: number, to: number) => power(left.subarray(from * 48_000, to * 48_000));
    expect(Math.abs(left[0]!)).toBeLessThan(1e-6);
    expect(Math.abs(left[left.length - 1]!)).toBeLessThan(1e-6);
    expect(part(0, 0.1)).toBeLessThan(part(1, 2) / 10);
    expect(part(3.8, 4)).toBeLessThan(part(1, 2) / 10);
  });

  it('depends on the seed and nothing else', () => {
    const bytes = (seed: string) => {
      const { left, right } = composeMusic({ durationSeconds: 0.6, mood: 'playful', seed });
      return toWav(left, right, 48_000);
    };
    expect(bytes('a').equals(bytes('a'))).toBe(true);
    expect(bytes('a').equals(bytes('b'))).toBe(false);
  });

  it('is stereo and changes: no test tone', () => {
    const { left, right } = composeMusic({ durationSeconds: 6, mood: 'energetic', seed: 'one' });
    const difference = left.map((value, i) => value - right[i]!);
    expect(power(difference)).toBeGreaterThan(power(left) / 1000);
    // A tone crosses zero evenly; music does not.
    const crossings = [0, 1, 2, 3, 4].map((second) => {
      const part = left.subarray(second * 48_000, (second + 1) * 48_000);
      return part.filter((value, i) => i > 0 && value * part[i - 1]! < 0).length;
    });
    expect(Math.max(...crossings) / Math.min(...crossings)).toBeGreaterThan(1.05);
  });

  it('serves very short and refuses empty lengths', () => {
    expect(composeMusic({ durationSeconds: 0.2, mood: 'calm', seed: 'x' }).left.length).toBe(9600);
    expect(() => composeMusic({ durationSeconds: 0, mood: 'calm', seed: 'x' })).toThrow(RangeError);
  });
});

describe('integratedLoudness', () => {
  it('gives −23 LUFS for the reference tone of EBU Tech 3341', () => {
    const tone = Float32Array.from(
      { length: 48_000 * 2 },
      (_, i) => 10 ** (-23 / 20) * Math.sin((2 * Math.PI * 1000 * i) / 48_000),
    );
    expect(Math.abs(integratedLoudness(tone, tone) + 23)).toBeLessThan(0.1);
  });

  it('is minus infinity for silence', () => {
    const silence = new Float32Array(48_000);
    expect(integratedLoudness(silence, silence)).toBe(-Infinity);
  });
});
