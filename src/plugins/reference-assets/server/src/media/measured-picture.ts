import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { RgbRaster } from '../providers/ports';
import { openPicture } from './decode';
import { cannyEdges } from './analysis/canny';
import { colorNames, dominantColors } from './analysis/colors';
import { perceptualHash } from './analysis/perceptual-hash';
import { hasTranslucentPixels, lumaOf, onGround } from './analysis/raster';
import { thumbnailOf } from './analysis/thumbnail';
export interface PictureWords { fileName?: string; caption?: string | null }
export interface MeasuredPicture { [key: string]: any; contentHash: string; perceptualHash: string; raster: RgbRaster; thumbnail: Buffer; edges: { png: Buffer; width: number; height: number } }
export const measuredPicture = async (bytes: Buffer, words: PictureWords): Promise<MeasuredPicture> => {
  const picture = await openPicture(bytes);
  const raster = onGround(picture.raster);
  const { width, height } = raster;
  const small = await sharp(raster.data, { raw: { width, height, channels: 4 } }).resize(8, 8, { fit: 'fill' }).removeAlpha().raw().toBuffer();
  const norm = Math.hypot(...small) || 1;
  const type = (/-(logo|product|person|environment|texture|prop)-/.exec(words.fileName ?? '')?.[1] ?? (/(shoe|bottle|watch)/.test(words.fileName ?? '') ? 'product' : 'environment')) as any;
  const edges = await sharp(cannyEdges(lumaOf(raster), width, height), { raw: { width, height, channels: 1 } }).png().toBuffer();
  const dominant = dominantColors(picture.raster);
  return {
    format: picture.format, width: picture.width, height: picture.height, sizeBytes: picture.sizeBytes,
    hasTransparency: hasTranslucentPixels(picture.raster), dominantColors: dominant, colors: colorNames(dominant),
    contentHash: createHash('sha256').update(bytes).digest('hex'), perceptualHash: perceptualHash(picture.raster),
    descriptor: [...small].map((v) => v / norm), name: (words.fileName ?? '').replace(/\.\w+$/, '').replace(/[-_\d]+/g, ' ').trim(), description: words.caption ?? null, primaryObject: null,
    styleTags: [], recommendedShotTypes: [], usageContexts: [],
    logo: { isLogo: type === 'logo', score: 0.5, evidence: [] }, assetType: { type, confidence: 0.5, reasons: [] },
    thumbnail: await thumbnailOf(picture.raster), edges: { png: edges, width, height },
    raster: { data: new Uint8Array(await sharp(raster.data, { raw: { width, height, channels: 4 } }).removeAlpha().raw().toBuffer()), width, height },
  };
};
