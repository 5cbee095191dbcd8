import { cameraView } from '../../../../src/plugins/reference-assets/server/src/media/motion/camera-path';
import {
  cameraMovements,
  moods,
} from '../../../../src/plugins/reference-assets/shared/contracts/vocabulary';

const moments = Array.from({ length: 151 }, (_, i) => i / 150);

describe('cameraView', () => {
  it.each(cameraMovements)('never looks beyond the still: %s', (movement) => {
    const views = moods.flatMap((mood) => moments.map((t) => cameraView(movement, t, mood)));
    const edges = views.flatMap(({ scale, x, y }) =>
      [x, y].flatMap((centre) => [centre - scale / 2, centre + scale / 2]),
    );
    expect(Math.min(...edges)).toBeGreaterThanOrEqual(-1e-9);
    expect(Math.max(...edges)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('moves the way its name says', () => {
    const change = (movement: (typeof cameraMovements)[number]) => {
      const [from, to] = [cameraView(movement, 0), cameraView(movement, 1)];
      return { scale: to.scale - from.scale, x: to.x - from.x, y: to.y - from.y };
    };
    expect(change('static')).toEqual({ scale: 0, x: 0, y: 0 });
    expect(change('push_in').scale).toBeLessThan(-0.05);
    expect(change('pull_out').scale).toBeGreaterThan(0.05);
    expect(change('pan_left').x).toBeLessThan(-0.05);
    expect(change('pan_right').x).toBeGreaterThan(0.05);
    expect(change('tilt_up').y).toBeLessThan(-0.05);
    expect(change('tilt_down').y).toBeGreaterThan(0.05);
    expect(change('orbit').x).not.toBe(0);
  });

  it('starts and stops gently and never goes back', () => {
    const x = moments.map((t) => cameraView('pan_right', t, 'calm').x);
    const steps = x.slice(1).map((value, i) => value - x[i]!);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    const middle = steps[75]!;
    expect(steps[0]! / middle).toBeLessThan(0.1);
    expect(steps[149]! / middle).toBeLessThan(0.1);
    const jumps = steps.slice(1).map((step, i) => Math.abs(step - steps[i]!));
    expect(Math.max(...jumps)).toBeLessThan(middle * 0.1);
  });
});
