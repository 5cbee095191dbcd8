import { bytesOfDataUri } from '../../src/plugins/reference-assets/server/src/providers/transport/data-uri';
import { drawStill, emptyFilm, filmStill, playTone, type MediaResult } from './media-results';
import type { VendorState } from './vendor-state';

/** Bytes of a picture that an input names: sent along, or uploaded before. */
export const pictureOf = (state: VendorState, address: unknown): Buffer | undefined => {
  if (typeof address !== 'string') return undefined;
  const id = /\/files\/([\w-]+)/.exec(address)?.[1];
  return (id && state.files.get(id)?.bytes) || bytesOfDataUri(address);
};

/** What a job has to make. */
export interface Wanted {
  makes: 'image' | 'video' | 'audio';
  prompt: string;
  aspectRatio: string;
  seconds: number;
  picture?: Buffer;
}

/** Makes what a job is for. */
export const makeResult = async (state: VendorState, wanted: Wanted): Promise<MediaResult> => {
  const { films, ffmpeg } = state.settings;
  if (wanted.makes === 'audio') return playTone(wanted.seconds);
  if (wanted.makes === 'video') {
    if (!films) return emptyFilm();
    const still = wanted.picture ?? (await drawStill(wanted.prompt, wanted.aspectRatio)).bytes;
    return filmStill(still, wanted.seconds, ffmpeg);
  }
  return drawStill(wanted.prompt, wanted.aspectRatio, wanted.picture);
};
