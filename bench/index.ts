import path from 'node:path';
import { readdirSync } from 'node:fs';
import { messageOf } from '../src/plugins/reference-assets/shared/message-of';

/** Every benchmark is a module beside this one that exports `run`; `npm run bench -- NAME` runs one of them. */
const names = readdirSync(__dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  .map((file) => path.basename(file, '.ts'))
  .sort();

const main = async (): Promise<void> => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`no benchmark ${unknown.join(', ')}; there is: ${names.join(', ')}`);
  for (const name of asked.length > 0 ? asked : names) {
    const { run } = (await import(path.join(__dirname, `${name}.ts`))) as { run(): Promise<void> };
    await run();
  }
};

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exit(1);
});
