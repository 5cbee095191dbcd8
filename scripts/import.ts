import { stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bringIn, printSummary } from './import/bring-in';
import { prepareApplication } from './launch/application';
import { messageOf } from '../src/plugins/reference-assets/shared/message-of';

/** `npm run import -- FOLDER`: beside a running server or without one; it may be run again. */
const main = async (): Promise<number> => {
  const folder = process.argv[2];
  const isFolder = folder && (await stat(folder).catch(() => null))?.isDirectory();
  if (!isFolder)
    throw new Error(
      `Usage: npm run import -- FOLDER${folder ? ` (${folder} is not a folder)` : ''}`,
    );
  // A server that runs beside this answers people; the import can wait.
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);

  const application = await prepareApplication('error');
  try {
    await application.strapi.load();
    const summary = await bringIn(application.strapi, path.resolve(folder));
    printSummary(summary);
    return 0;
  } finally {
    await application.stop();
  }
};

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(messageOf(error));
    process.exit(1);
  },
);
