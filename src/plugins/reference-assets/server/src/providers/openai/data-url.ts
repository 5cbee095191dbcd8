import type { PictureQuestion } from '../language-ports';

/** A picture as the vendor takes it inside of a request. */
export const dataUrl = ({ mime, bytes }: Pick<PictureQuestion, 'mime' | 'bytes'>): string =>
  `data:${mime};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
