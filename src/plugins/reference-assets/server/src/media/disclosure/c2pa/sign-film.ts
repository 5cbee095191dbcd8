import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

import { writtenWhenComplete } from '../../ffmpeg/written-when-complete';
import { listBoxes, type Box } from '../../mp4/boxes';
import type { Provenance } from '../xmp';
import { box } from './jumbf';
import { manifestId, manifestStore, type Binding } from './manifest';
import { movedIndex } from './moved-index';
import type { Signer } from './signer';

/** The type of the box that holds a manifest store. */
const manifestBox = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');
/** Version and flags, what the box is for, and no Merkle tree. */
const purpose = Buffer.concat([
  Buffer.alloc(4),
  Buffer.from('manifest\0', 'latin1'),
  Buffer.alloc(8),
]);

const binding = (hash: Buffer): Binding => ({
  label: 'c2pa.hash.bmff.v3',
  content: {
    exclusions: [
      { xpath: '/uuid', data: [{ offset: 8, value: manifestBox }] },
      { xpath: '/ftyp' },
      { xpath: '/mfra' },
    ],
    alg: 'sha256',
    hash,
    name: 'jumbf manifest',
  },
});

const unhashed = new Set(['ftyp', 'mfra']);

/**
 * Puts a signed manifest into an MP4, behind its first box; the film itself stays as it was.
 *
 * Throws: an error in words for what is no MP4 of one index; the file is untouched then.
 * Source: C2PA 2.1 §A.4 (box), §18.6 (BMFF hash: each box after the place where it stands).
 */
export const signFilm = async (
  path: string,
  provenance: Provenance,
  signer: Signer,
): Promise<void> => {
  const id = manifestId();
  const store = (hash: Buffer) =>
    box('uuid', manifestBox, purpose, manifestStore(provenance, binding(hash), signer, id));
  const { length } = store(Buffer.alloc(32));
  await writtenWhenComplete(path, async (partial) => {
    const file = await open(path, 'r');
    try {
      const film = await openFilm(file, length);
      const manifest = store(await hashOf(film, path));
      await writeFilm(film, manifest, path, partial);
    } finally {
      await file.close();
    }
  });
};

interface Film {
  first: Box;
  boxes: Box[];
  /** The index with the places of all samples moved. */
  index: { box: Box; bytes: Buffer };
  /** By how much everything behind the first box moves. */
  moved: number;
}

const openFilm = async (file: FileHandle, moved: number): Promise<Film> => {
  const { size } = await file.stat();
  const [first, ...boxes] = await listBoxes(file, 0, size);
  const moov = boxes.find(({ type }) => type === 'moov');
  if (first?.type !== 'ftyp' || !moov) throw new Error('Only an MP4 with an index can be signed.');
  const bytes = Buffer.alloc(moov.end - moov.start);
  await file.read(bytes, 0, bytes.length, moov.start);
  return { first, boxes, moved, index: { box: moov, bytes: movedIndex(bytes, first.end, moved) } };
};

/** A box of the signed film: the index from memory, all else from the file. */
const contentOf = (
  { index }: Film,
  one: Box,
  path: string,
): AsyncIterable<Buffer> | Iterable<Buffer> =>
  one === index.box
    ? [index.bytes]
    : createReadStream(path, { start: one.start, end: one.end - 1 });

const hashOf = async (film: Film, path: string): Promise<Buffer> => {
  const hash = createHash('sha256');
  for (const one of film.boxes) {
    if (unhashed.has(one.type)) continue;
    const place = Buffer.alloc(8);
    place.writeBigUInt64BE(BigInt(one.start + film.moved));
    hash.update(place);
    for await (const chunk of contentOf(film, one, path)) hash.update(chunk);
  }
  return hash.digest();
};

const writeFilm = (film: Film, manifest: Buffer, path: string, target: string): Promise<void> => {
  async function* parts() {
    yield* createReadStream(path, { start: film.first.start, end: film.first.end - 1 });
    yield manifest;
    for (const one of film.boxes) yield* contentOf(film, one, path);
  }
  return pipeline(parts, createWriteStream(target));
};
