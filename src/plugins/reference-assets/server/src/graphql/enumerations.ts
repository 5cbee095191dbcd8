import { analysisStatuses } from '../../../shared/contracts/assets';
import { duplicateClasses } from '../../../shared/contracts/duplicates';
import { decisions } from '../../../shared/contracts/reviews';
import { beatStatuses, videoStatuses } from '../../../shared/contracts/video-states';
import {
  aspectMismatches,
  aspectRatios,
  assetTypes,
  cameraMovements,
  logoPositions,
  moods,
  qualityTiers,
  resolutions,
  shotTypes,
  stopPoints,
} from '../../../shared/contracts/vocabulary';

/** Our vocabulary by the names of its GraphQL types. */
const enumerations: Record<string, readonly string[]> = {
  ReferenceAssetType: assetTypes,
  ReferenceAssetAnalysisStatus: analysisStatuses,
  ReferenceAssetLogoPosition: logoPositions,
  ReferenceAssetDuplicateClass: duplicateClasses,
  VideoShotType: shotTypes,
  VideoMood: moods,
  VideoCameraMovement: cameraMovements,
  VideoAspectRatio: aspectRatios,
  VideoResolution: resolutions,
  VideoAspectMismatch: aspectMismatches,
  VideoQualityTier: qualityTiers,
  VideoStopPoint: stopPoints,
  VideoGenerationStatus: videoStatuses,
  VideoBeatStatus: beatStatuses,
  VideoReviewDecision: decisions,
};

/** A word as GraphQL allows it, the way Strapi names its own values: `top-left` is `top_left`, `16:9` is `_16_9`. */
const nameOf = (value: string): string => value.replace(/\W/g, '_').replace(/^(?=\d)/, '_');

const definitionOf = ([name, values]: [string, readonly string[]]): string =>
  `enum ${name} {\n  ${values.map(nameOf).join('\n  ')}\n}`;

export const enumerationTypes = Object.entries(enumerations).map(definitionOf).join('\n\n');

/** The value behind each name, so that resolvers and use cases read and return the vocabulary's own words. */
export const enumerationValues: Record<string, Record<string, string>> = Object.fromEntries(
  Object.entries(enumerations).map(([name, values]) => [
    name,
    Object.fromEntries(values.map((value) => [nameOf(value), value])),
  ]),
);
