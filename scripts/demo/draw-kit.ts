import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const drawing = path.join(__dirname, 'draw-kit-process.ts');

/**
 * Draws the demo kit into a folder, unless it is there, in a process of its own: it takes a while, and the database and
 * Strapi can start meanwhile. Resolves to the folder.
 */
export const drawKit = (folder: string): Promise<string> => {
  if (existsSync(path.join(folder, 'manifest.json'))) return Promise.resolve(folder);
  const child = spawn(process.execPath, ['--import', 'tsx', drawing, folder], { stdio: 'inherit' });
  const drawn = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(folder) : reject(new Error('the demo kit could not be drawn')),
    );
  });
  // Whoever awaits it hears of a failure; until then it must not end the process.
  drawn.catch(() => undefined);
  return drawn;
};
