import type { LogoWindow } from './assembly-request';
import { blend, chromaAlpha, type LogoPlanes } from './logo-planes';
import { logoOn, type LogoView } from './logo-view';

/** What was seen of the logo on the master before it was encoded. */
export interface LogoProof {
  /** Frames with a logo, every one of which was compared. */
  frames: number;
  /** Frames on which every pixel was the source's own, laid over what was beneath. */
  exactFrames: number;
  /** Largest difference of any sample, 0–255; 0 is exact to the bit. */
  worst: number;
  /** Brightness of the logo's place on some frames before encoding, to compare the encoded ones with. */
  kept: KeptLuma[];
}

/** The brightness of a logo's place on one frame. */
export interface KeptLuma {
  frame: number;
  logo: number;
  luma: Uint8Array;
}

const mostKeptBytes = 24 * 1024 * 1024;

/**
 * Compares every composited frame with the source while ffmpeg prints it, and keeps some for after the encode.
 *
 * Shape: chunks are raw `yuv420p` frames of the view, the clean picture above the finished one.
 */
export const createLogoProof = (
  view: LogoView,
  logos: readonly LogoWindow[],
  planes: readonly LogoPlanes[],
): { take(chunk: Buffer): void; result(): LogoProof } => {
  const frameBytes = view.width * view.height * 3;
  const alphas = planes.map(chromaAlpha);
  const stride = strideOf(logos);
  const frame = Buffer.alloc(frameBytes);
  const proof: LogoProof = { frames: 0, exactFrames: 0, worst: 0, kept: [] };
  let [filled, index] = [0, 0];

  const judge = (): void => {
    const logo = logoOn(index, logos);
    if (logo < 0) return;
    const place = placeIn(view, logos[logo]!, view.corners[logo]!);
    const worst = worstDifference(frame, view, place, planes[logo]!, alphas[logo]!);
    proof.frames += 1;
    if (worst === 0) proof.exactFrames += 1;
    proof.worst = Math.max(proof.worst, worst);
    const { fromFrame, toFrame } = logos[logo]!;
    const isEdge = index === fromFrame || index === toFrame - 1;
    if (isEdge || (index - fromFrame) % stride === 0)
      proof.kept.push({ frame: index, logo, luma: finishedLuma(frame, view, place) });
  };

  return {
    take(chunk) {
      for (let at = 0; at < chunk.length;) {
        const part = Math.min(chunk.length - at, frameBytes - filled);
        chunk.copy(frame, filled, at, at + part);
        at += part;
        filled += part;
        if (filled < frameBytes) break;
        judge();
        [filled, index] = [0, index + 1];
      }
    },
    result: () => proof,
  };
};

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

const placeIn = (_view: LogoView, logo: LogoWindow, corner: { x: number; y: number }): Place => ({
  x: logo.x - corner.x,
  y: logo.y - corner.y,
  width: logo.width,
  height: logo.height,
});

/** Every so many frames are kept, so that a long video's do not fill the memory. */
const strideOf = (logos: readonly LogoWindow[]): number => {
  const bytes = logos.reduce(
    (sum, { fromFrame, toFrame, width, height }) => sum + (toFrame - fromFrame) * width * height,
    0,
  );
  return Math.max(1, Math.ceil(bytes / mostKeptBytes));
};

const worstDifference = (
  frame: Buffer,
  view: LogoView,
  place: Place,
  planes: LogoPlanes,
  chroma: Uint8Array,
): number => {
  const luma = { stride: view.width, start: 0, below: view.width * view.height };
  const half = { x: place.x / 2, y: place.y / 2, width: place.width / 2, height: place.height / 2 };
  const halfStride = view.width / 2;
  const chromaBytes = halfStride * view.height;
  const first = view.width * view.height * 2;
  const step = { stride: halfStride, below: chromaBytes / 2 };
  return Math.max(
    planeDifference(frame, luma, place, planes.y, planes.alpha, planes.width),
    planeDifference(frame, { ...step, start: first }, half, planes.u, chroma, planes.width / 2),
    planeDifference(
      frame,
      { ...step, start: first + chromaBytes },
      half,
      planes.v,
      chroma,
      planes.width / 2,
    ),
  );
};

/** Where one plane of the clean picture starts in a frame, and how far below it the finished one's does. */
interface PlaneAt {
  stride: number;
  start: number;
  below: number;
}

const planeDifference = (
  frame: Buffer,
  { stride, start, below }: PlaneAt,
  place: Place,
  paint: Uint8Array,
  alpha: Uint8Array,
  paintStride: number,
): number => {
  let worst = 0;
  for (let row = 0; row < place.height; row++) {
    const clean = start + (place.y + row) * stride + place.x;
    const source = row * paintStride;
    for (let column = 0; column < place.width; column++) {
      const at = clean + column;
      const wanted = blend(frame[at]!, paint[source + column]!, alpha[source + column]!);
      const difference = Math.abs(frame[at + below]! - wanted);
      if (difference > worst) worst = difference;
    }
  }
  return worst;
};

const finishedLuma = (frame: Buffer, view: LogoView, place: Place): Uint8Array => {
  const luma = new Uint8Array(place.width * place.height);
  for (let row = 0; row < place.height; row++) {
    const at = (view.height + place.y + row) * view.width + place.x;
    luma.set(frame.subarray(at, at + place.width), row * place.width);
  }
  return luma;
};
