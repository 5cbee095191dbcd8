import { open } from 'node:fs/promises';

import { boxesWithin, innerBoxes, listBoxes } from './boxes';

/** The video track of an MP4, as far as joining clips without decoding them needs it. */
export interface VideoTrack {
  width: number;
  height: number;
  /** What a decoder is set up with (`avcC`); clips whose bytes agree can follow each other. */
  decoderSetup: Buffer;
  frames: number;
  /** Frames per second when every frame lasts equally long, else null. */
  evenFps: number | null;
}

/** What an MP4 holds. */
export interface Mp4Tracks {
  video: VideoTrack | null;
  hasSound: boolean;
}

const largestIndex = 16 * 1024 * 1024;

/**
 * Reads the tracks of an MP4 without starting a process; null for what is no MP4 with a plain H.264 track.
 *
 * Source: ISO/IEC 14496-12 §8 (`trak`, `mdia`, `stbl`, `stts`, `stsz`), 14496-15 §5 (`avc1`, `avcC`).
 */
export const readTracks = async (path: string): Promise<Mp4Tracks | null> => {
  const file = await open(path, 'r');
  try {
    const boxes = await listBoxes(file, 0, (await file.stat()).size);
    const moov = boxes.find(({ type }) => type === 'moov');
    if (!moov || moov.end - moov.payload > largestIndex) return null;
    const content = Buffer.alloc(moov.end - moov.payload);
    await file.read(content, 0, content.length, moov.payload);
    return tracksOf(content);
  } catch (error) {
    // A box that ends before its fields do: no file to be joined by reading alone.
    if (error instanceof RangeError) return null;
    throw error;
  } finally {
    await file.close();
  }
};

const tracksOf = (moov: Buffer): Mp4Tracks => {
  const tracks = innerBoxes(moov).filter(({ type }) => type === 'trak');
  const media = tracks.flatMap(({ content }) => boxesWithin(content).get('mdia') ?? []);
  const kind = (mdia: Buffer) => boxesWithin(mdia).get('hdlr')?.toString('latin1', 8, 12);
  const video = media.filter((mdia) => kind(mdia) === 'vide');
  return {
    video: video.length === 1 ? videoTrack(video[0]!) : null,
    hasSound: media.some((mdia) => kind(mdia) === 'soun'),
  };
};

const videoTrack = (mdia: Buffer): VideoTrack | null => {
  const parts = boxesWithin(mdia);
  const table = boxesWithin(
    boxesWithin(parts.get('minf') ?? Buffer.alloc(0)).get('stbl') ?? Buffer.alloc(0),
  );
  const [descriptions, times, sizes] = [table.get('stsd'), table.get('stts'), table.get('stsz')];
  const header = parts.get('mdhd');
  if (!descriptions || !times || !sizes || !header || descriptions.readUInt32BE(4) !== 1)
    return null;
  const [entry] = innerBoxes(descriptions.subarray(8));
  if (entry?.type !== 'avc1') return null;
  const decoderSetup = boxesWithin(entry.content.subarray(78)).get('avcC');
  if (!decoderSetup) return null;
  const timescale = header.readUInt32BE(header[0] === 1 ? 20 : 12);
  return {
    width: entry.content.readUInt16BE(24),
    height: entry.content.readUInt16BE(26),
    decoderSetup,
    frames: sizes.readUInt32BE(8),
    evenFps: evenFps(times, timescale),
  };
};

/** `stts` with one entry, or with a last frame set apart: then its length says nothing about the pace. */
const evenFps = (times: Buffer, timescale: number): number | null => {
  const entries = times.readUInt32BE(4);
  if (entries === 0 || entries > 2) return null;
  const isEven = entries === 1 || times.readUInt32BE(16) === 1;
  const step = times.readUInt32BE(12);
  return isEven && step > 0 ? timescale / step : null;
};
