import { cameraMoment } from '../../../../src/plugins/reference-assets/server/src/media/motion/camera-moment';
import { createMovingScene } from '../../../../src/plugins/reference-assets/server/src/media/motion/moving-scene';
import {
  toYuv420,
  toYuvLayer,
} from '../../../../src/plugins/reference-assets/server/src/media/motion/yuv-planes';
import { cameraMovements } from '../../../../src/plugins/reference-assets/shared/contracts/vocabulary';

const [width, height] = [320, 180];

/** A wall with a soft bright post, and in front of it a soft dark block on an opaque floor. */
const wall = (): Uint8Array => {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const x = i % width;
    rgb.fill(Math.round(90 + 120 * Math.exp(-(((x - 70) / 14) ** 2))), i * 3, i * 3 + 3);
  }
  return rgb;
};

const stage = () => {
  const near = new Uint8Array(width * height * 3);
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < alpha.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const block = y > 60 ? Math.exp(-(((x - 200) / 18) ** 4)) : 0;
    const floor = y > 130 ? 1 : 0;
    const cover = floor + (1 - floor) * block;
    const color = floor ? 60 * (1 - block) + 10 * block : 10 * block;
    alpha[i] = Math.round(255 * cover);
    near.fill(Math.round(color), i * 3, i * 3 + 3);
  }
  return { near, alpha };
};

const scene = () => {
  const { near, alpha } = stage();
  return { far: toYuv420(wall(), width, height), near: toYuvLayer(near, alpha, width, height) };
};

/** Where something brighter or darker than its surroundings is along a row, px with fractions. */
const centreOf = (frame: Uint8Array, row: number, from: number, to: number, ground: number) => {
  let [sum, weight] = [0, 0];
  for (let x = from; x < to; x++) {
    // Small differences fade out instead of dropping out, else the measure itself would jump.
    const away = Math.max(0, Math.abs(frame[row * width + x]! - ground) - 6);
    sum += x * away;
    weight += away;
  }
  return sum / weight;
};

const wallLuma = 16 + (90 * 219) / 255;

describe('createMovingScene', () => {
  it('shows both depths laid over each other when nothing moves', () => {
    const view = { scale: 1, x: 0.5, y: 0.5 };
    const source = scene();
    const frame = createMovingScene(source).frame({ near: view, far: view, focus: 1 });
    let worst = 0;
    for (let i = 0; i < width * height; i++) {
      const through = 1 - source.near.alpha[i]! / 255;
      worst = Math.max(worst, Math.abs(frame[i]! - source.near.y[i]! - through * source.far.y[i]!));
    }
    expect(worst).toBeLessThanOrEqual(1.5);
  });

  it.each(cameraMovements)('leaves no frame with a hole or an edge: %s', (movement) => {
    const moving = createMovingScene(scene());
    for (const progress of [0, 0.3, 0.7, 1]) {
      const luma = moving.frame(cameraMoment(movement, progress)).subarray(0, width * height);
      expect(Math.min(...luma)).toBeGreaterThanOrEqual(16);
      // The floor's last row and the wall's corners stay what they are.
      expect(Math.abs(luma[(height - 1) * width + 20]! - (16 + (60 * 219) / 255))).toBeLessThan(3);
      expect(Math.abs(luma[width - 1]! - wallLuma)).toBeLessThan(3);
    }
  });

  it('moves what is near more than what is far, and on an orbit against it', () => {
    const moving = createMovingScene(scene());
    const travel = (movement: 'pan_right' | 'orbit') => {
      const places = [0, 1].map((progress) => {
        const frame = moving.frame(cameraMoment(movement, progress));
        return {
          far: centreOf(frame, 30, 20, 140, wallLuma),
          near: centreOf(frame, 90, 160, 260, wallLuma),
        };
      });
      return { far: places[1]!.far - places[0]!.far, near: places[1]!.near - places[0]!.near };
    };
    const pan = travel('pan_right');
    expect(pan.far).toBeLessThan(-5);
    expect(pan.near).toBeLessThan(pan.far * 1.4);
    const orbit = travel('orbit');
    expect(Math.sign(orbit.near)).toBe(-Math.sign(orbit.far));
  });

  it.each(['push_in', 'pan_right', 'orbit'] as const)(
    'moves smoothly from frame to frame: %s',
    (movement) => {
      const moving = createMovingScene(scene());
      const frames = 75;
      const places = Array.from({ length: frames }, (_, index) => {
        const frame = moving.frame(cameraMoment(movement, index / (frames - 1)));
        return [centreOf(frame, 30, 10, 150, wallLuma), centreOf(frame, 90, 150, 280, wallLuma)];
      });
      for (const depth of [0, 1]) {
        const steps = places.slice(1).map((place, i) => place[depth]! - places[i]![depth]!);
        const largest = Math.max(...steps.map(Math.abs));
        const jerks = steps.slice(1).map((step, i) => Math.abs(step - steps[i]!));
        // A twentieth of a pixel is the noise of measuring in 8 bits; whole pixels would jump by one, seen from a fifth on.
        expect(largest).toBeGreaterThan(0.02);
        expect(Math.max(...jerks)).toBeLessThan(0.15);
      }
    },
  );

  it('shifts the focus from the background to the subject', () => {
    const sharp = scene();
    const softened = {
      far: toYuv420(new Uint8Array(width * height * 3).fill(90), width, height),
      near: sharp.near,
    };
    const moving = createMovingScene({ ...sharp, softFar: softened.far, softNear: softened.near });
    const post = (progress: number) => {
      const frame = moving.frame(cameraMoment('rack_focus', progress));
      return Math.max(...frame.subarray(30 * width, 31 * width));
    };
    expect(post(0)).toBeGreaterThan(wallLuma + 60);
    expect(post(1)).toBeLessThan(wallLuma + 3);
  });
});
