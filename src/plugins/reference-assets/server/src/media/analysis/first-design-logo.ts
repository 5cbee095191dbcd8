import { cannyEdges } from './canny';
import { lumaOf, type Raster } from './raster';

/** What the first design's heuristic looks at besides pixels. */
export interface FileFacts {
  sizeBytes: number;
  width: number;
  height: number;
  /** An alpha channel of its own; the transparency of a palette did not count. */
  hasAlphaChannel: boolean;
}

/** The five points of the heuristic, each with its weight and whether the picture earns it. */
export interface FirstDesignPoint {
  name: string;
  weight: number;
  earned: boolean;
}

const MOST_BYTES_PER_PIXEL = 0.1;
const SQUARE_ASPECT = [0.8, 1.25] as const;
const FEW_COLORS = 100;
const LEAST_EDGES = 0.01;

const distinctColors = ({ data }: Raster): number => {
  const colors = new Set<number>();
  for (let i = 0; i < data.length && colors.size <= FEW_COLORS; i += 4) {
    colors.add(data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24));
  }
  return colors.size;
};

const edgeDensity = (raster: Raster): number => {
  const edges = cannyEdges(lumaOf(raster), raster.width, raster.height);
  return edges.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0) / edges.length;
};

/**
 * The first design's five-point logo heuristic; a picture was a logo when its points summed to more than 0.5.
 *
 * Source: first design §4.2 for the points and weights. Its cut-offs are not recorded with them: these are one of
 *         several sets that give the decisions counted for it (19 logos found, 13 false alarms among 142 labelled
 *         JPEG, PNG and WebP pictures at full size).
 */
export const firstDesignPoints = (raster: Raster, file: FileFacts): FirstDesignPoint[] => {
  const pixels = file.width * file.height;
  const aspect = file.width / file.height;
  const square = aspect >= SQUARE_ASPECT[0] && aspect <= SQUARE_ASPECT[1];
  return [
    { name: 'transparency', weight: 0.3, earned: file.hasAlphaChannel },
    { name: 'small file', weight: 0.2, earned: file.sizeBytes / pixels < MOST_BYTES_PER_PIXEL },
    { name: 'aspect ratio', weight: 0.1, earned: square },
    { name: 'few colours', weight: 0.2, earned: distinctColors(raster) < FEW_COLORS },
    { name: 'simple shapes', weight: 0.2, earned: edgeDensity(raster) > LEAST_EDGES },
  ];
};

/** Score of the first design's heuristic, 0–1. */
export const firstDesignScore = (points: FirstDesignPoint[]): number =>
  points.reduce((sum, { weight, earned }) => sum + (earned ? weight : 0), 0);
