import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { EncodingFault } from './protocol';
import { watchedFetch } from './watched-fetch';

const defaultHub = 'https://huggingface.co/';

/** GET /api/models/NAME/tree/main/onnx of the hub: its files, large ones with the SHA-256 of their bytes. */
const hubListing = z.array(
  z.object({
    path: z.string(),
    lfs: z.object({ oid: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
  }),
);

const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** What the hub says its weights are. Shape: path within the model → SHA-256; empty where a mirror keeps no listing. */
const checksums = async (
  hubName: string,
  { hubUrl = defaultHub, networkTimeoutMs }: { hubUrl?: string; networkTimeoutMs: number },
): Promise<Map<string, string>> => {
  const url = new URL(`api/models/${hubName}/tree/main/onnx`, hubUrl);
  const response = await watchedFetch(networkTimeoutMs)(url);
  if (!response.ok) return new Map();
  const parsed = hubListing.safeParse(await response.json().catch(() => null));
  const files = parsed.success ? parsed.data : [];
  return new Map(files.flatMap((file) => (file.lfs ? [[file.path, file.lfs.oid]] : [])));
};

/**
 * Compares downloaded weights with the checksums of the hub; a file that differs is removed, so that it is fetched again.
 *
 * Throws: `EncodingFault` `network` when a file is not what the hub says it is.
 */
export const verifyDownload = async (
  folder: string,
  hubName: string,
  options: { hubUrl?: string; networkTimeoutMs: number },
): Promise<void> => {
  for (const [name, expected] of await checksums(hubName, options)) {
    const file = path.join(folder, name);
    if (!(await isThere(file)) || (await sha256Of(file)) === expected) continue;
    await rm(file);
    throw new EncodingFault(
      'network',
      `The download of ${name} does not have the checksum the hub gives; it was removed and is fetched again.`,
    );
  }
};
