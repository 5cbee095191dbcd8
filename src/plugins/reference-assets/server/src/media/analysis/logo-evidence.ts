import type { LogoEvidence, LogoVote } from '../../../../shared/contracts/assets';
import { amountsOf, probabilityOf } from './additive';
import type { DominantColor } from './colors';
import { decideLogo, voteOf } from './decide-logo';
import type { PixelFeatures } from './features';
import { firstDesignPoints, firstDesignScore, type FileFacts } from './first-design-logo';
import { reasonOf } from './logo-reasons';
import { logoModel } from './pixel-models';
import { thinOut, type Raster } from './raster';

// A source without a say is not worth the pixels of one that has.
const REPORTED_LONG_SIDE = 200;
/** Icons are drawn at 16, 20 and 24 px; marks that small are not a brand's master logo. */
const ICON_SIDE = 24;

const sentence = (parts: string[]): string => {
  const text = parts.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** What the pixels say, by a model that adds up what simple measurements say. */
export const pixelVote = (features: PixelFeatures, colors: DominantColor[]): LogoVote => {
  const score = probabilityOf(logoModel, features);
  const direction = score >= 0.5 ? 1 : -1;
  const reasons = amountsOf(logoModel, features)
    .filter(({ amount }) => amount * direction > 0)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .flatMap(({ feature }) => reasonOf(feature, direction > 0, features, colors) ?? [])
    .slice(0, 3);
  return { source: 'pixels', vote: voteOf(score), score, weight: 1, reason: sentence(reasons) };
};

const sizeVote = ({ width, height }: FileFacts): LogoVote[] => {
  if (Math.max(width, height) > ICON_SIDE) return [];
  const reason = `At ${width} × ${height} px it has the size of an interface icon`;
  return [{ source: 'size', vote: 'not-logo', score: 0.1, weight: 4, reason }];
};

/** The first design's heuristic, reported beside the others without a say. */
export const firstDesignVote = (raster: Raster, file: FileFacts): LogoVote => {
  const points = firstDesignPoints(thinOut(raster, REPORTED_LONG_SIDE), file);
  const score = firstDesignScore(points);
  const earned = points.filter((point) => point.earned).map(({ name }) => name);
  return {
    source: 'first-design',
    vote: score > 0.5 ? 'logo' : 'not-logo',
    score,
    weight: 0,
    reason: `Five-point heuristic: ${earned.length > 0 ? earned.join(', ') : 'no point earned'}`,
  };
};

/** Measured evidence on whether a picture is a logo. Names and captions play no part. */
export const logoEvidence = (
  features: PixelFeatures,
  colors: DominantColor[],
  raster: Raster,
  file: FileFacts,
): LogoEvidence =>
  decideLogo([pixelVote(features, colors), ...sizeVote(file), firstDesignVote(raster, file)]);
