import {
  endCardPlace,
  logoStyleOf,
  logoWindow,
} from '../../../src/plugins/reference-assets/server/src/video/logo-style';
import { logoStyle } from '../../../src/plugins/reference-assets/shared/contracts/logo';

type Video = Parameters<typeof logoStyleOf>[0];
type Logo = Parameters<typeof logoStyleOf>[1];

const style = (video: unknown, logo: unknown) => logoStyleOf(video as Video, logo as Logo);

describe('how a logo stands', () => {
  it('is what the video says, then what the asset says, then its preferred position', () => {
    const logo = {
      logoPositionPreference: 'top-left',
      logoStyle: { widthRatio: 0.1, opacity: 0.8 },
    };
    expect(style({ logoStyle: null }, logo)).toEqual({
      ...{ position: 'top-left', widthRatio: 0.1, opacity: 0.8 },
    });
    expect(style({ logoStyle: { position: 'center', opacity: 1 } }, logo)).toEqual({
      ...{ position: 'center', widthRatio: 0.1, opacity: 1 },
    });
  });

  it('has a time of the video, which each beat shows its part of', () => {
    const window = { fromSeconds: 2, toSeconds: 5 };
    expect(logoWindow(window, { startFrame: 0, frames: 60 })).toBeNull();
    expect(logoWindow(window, { startFrame: 0, frames: 90 })).toEqual({
      fromFrame: 60,
      toFrame: 90,
    });
    expect(logoWindow(window, { startFrame: 90, frames: 90 })).toEqual({
      fromFrame: 0,
      toFrame: 60,
    });
    expect(logoWindow(window, { startFrame: 150, frames: 30 })).toBeNull();
    expect(logoWindow({}, { startFrame: 90, frames: 30 })).toEqual({ fromFrame: 0, toFrame: 30 });
  });

  it('is large in the middle of a beat that shows nothing else, unless told otherwise', () => {
    type Beat = Parameters<typeof endCardPlace>[1];
    const wide = { aspectRatio: '16:9', resolution: null } as const;
    const tall = { aspectRatio: '9:16', resolution: null } as const;
    const one = { assetId: 'l', score: 1, reasons: [], alternatives: [], manual: false };
    const card = { references: { logo: one, product: null } } as Beat;
    expect(endCardPlace(wide, card, {})).toEqual({ position: 'center', widthRatio: 0.34 });
    expect(
      endCardPlace(wide, card, { position: 'top-left', widthRatio: 0.2, marginRatio: 0.1 }),
    ).toEqual({ position: 'top-left', widthRatio: 0.2, marginRatio: 0.1 });
    expect(
      endCardPlace(wide, { references: { logo: one, product: one } } as Beat, {}),
    ).toBeUndefined();
    expect(endCardPlace(tall, card, {})).toEqual({ position: 'center', widthRatio: 0.5 });
    expect(endCardPlace(wide, { references: {} } as Beat, {})).toBeUndefined();
  });

  it('refuses a time that ends before it begins, and sizes out of range', () => {
    expect(logoStyle.safeParse({ fromSeconds: 5, toSeconds: 2 }).success).toBe(false);
    expect(logoStyle.safeParse({ widthRatio: 0.6 }).success).toBe(false);
    expect(logoStyle.safeParse({ colour: 'red' }).success).toBe(false);
    expect(logoStyle.safeParse({ position: 'bottom-center', widthRatio: 0.2 }).success).toBe(true);
  });
});
