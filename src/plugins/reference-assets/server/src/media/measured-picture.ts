import type { RgbRaster } from '../providers/ports';
export interface PictureWords { fileName?: string; caption?: string | null }
export interface MeasuredPicture { [key: string]: any; raster: RgbRaster; thumbnail: Buffer; edges: { png: Buffer; width: number; height: number } }
export const measuredPicture = async (_bytes: Buffer, _words: PictureWords): Promise<MeasuredPicture> => {
  throw new Error('to come');
};
