import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** A file of the folder that is to be brought in. */
export interface FoundFile {
  path: string;
  /** Path below the folder, for people. */
  label: string;
  name: string;
  mime: string;
  caption?: string;
}
/** A file that is left where it is, and why. */
export interface LeftFile {
  label: string;
  reason: string;
}

const mimes: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
};

/** Captions of a `manifest.json` beside the pictures, `[{file, caption}]`; none when there is no such file. */
const readCaptions = async (folder: string): Promise<Map<string, string>> => {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => '[]');
  const captions = new Map<string, string>();
  const rows: unknown = JSON.parse(text);
  for (const row of Array.isArray(rows) ? (rows as { file?: unknown; caption?: unknown }[]) : []) {
    if (typeof row.file === 'string' && typeof row.caption === 'string')
      captions.set(row.file, row.caption);
  }
  return captions;
};

/** The pictures of a folder and below, by name; hidden files and links are passed over. */
export const findFiles = async (
  folder: string,
): Promise<{ found: FoundFile[]; left: LeftFile[] }> => {
  const captions = await readCaptions(folder);
  const found: FoundFile[] = [];
  const left: LeftFile[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile() && !one.name.startsWith('.'))) {
    const full = path.join(entry.parentPath, entry.name);
    const label = path.relative(folder, full);
    const mime = mimes[path.extname(entry.name).toLowerCase()];
    if (!mime) left.push({ label, reason: 'not a picture' });
    else if ((await stat(full)).size === 0) left.push({ label, reason: 'empty' });
    else found.push({ path: full, label, name: entry.name, mime, caption: captions.get(label) });
  }
  const byLabel = (a: { label: string }, b: { label: string }) => (a.label < b.label ? -1 : 1);
  return { found: found.sort(byLabel), left: left.sort(byLabel) };
};
