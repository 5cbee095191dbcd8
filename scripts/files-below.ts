import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Every file of a folder and below, or the file itself; what is not there is no file. */
export const filesBelow = (from: string): string[] => {
  if (!existsSync(from)) return [];
  if (!statSync(from).isDirectory()) return [from];
  return readdirSync(from, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    return filesBelow(path.join(from, entry.name));
  });
};
