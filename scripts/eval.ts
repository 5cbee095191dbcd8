import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateColors } from '../tests/eval/colors';
import { evaluateEdges } from '../tests/eval/edges';
import { evaluateDuplicates } from '../tests/eval/duplicates';
import { evaluateLogoAndType } from '../tests/eval/logo-and-type';
import { evaluateSearchAndMatching } from '../tests/eval/search-and-matching';
import { messageOf } from '../src/plugins/reference-assets/shared/message-of';

/** Prints quality figures as JSON lines, on a folder with a `manifest.json` or on the drawn demo kit. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { images: { type: 'string' } } });
  const folder = path.resolve(values.images ?? path.join('.data', 'demo-kit'));
  if (!values.images && !existsSync(path.join(folder, 'manifest.json'))) {
    const { drawDemoKit } = await import('./demo-kit');
    await drawDemoKit(folder);
  }
  if (!existsSync(path.join(folder, 'manifest.json')))
    throw new Error(`${folder} has no manifest.json`);
  const evaluations = [
    evaluateLogoAndType,
    evaluateEdges,
    evaluateColors,
    evaluateDuplicates,
    evaluateSearchAndMatching,
  ];
  for (const evaluate of evaluations)
    for (const line of await evaluate(folder)) console.log(JSON.stringify(line));
};

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exit(1);
});
