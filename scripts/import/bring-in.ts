import type { Core } from '@strapi/strapi';
import { Presets, SingleBar } from 'cli-progress';
import { findFiles, type FoundFile } from './find-files';
import { messageOf } from '../../src/plugins/reference-assets/shared/message-of';

/** The part of the plugin's library service that an import uses. */
interface LibraryService {
  importFile(
    file: FoundFile,
  ): Promise<
    | { outcome: 'imported'; assetId: string }
    | { outcome: 'skipped' | 'refused'; reason: string; assetId?: string }
  >;
  assets(
    ids: readonly string[],
  ): Promise<{ name: string; analysis: { status: string; error: { message: string } | null } }[]>;
}

/** What an import came to; every file is in exactly one list. */
export interface ImportSummary {
  imported: string[];
  skipped: { label: string; reason: string }[];
  refused: { label: string; reason: string }[];
}

const lookEveryMs = 300;
const uploadsAtOnce = 2;

/** A bar on a terminal; elsewhere a line now and then would only be noise. */
const createBar = (label: string, total: number): SingleBar => {
  const bar = new SingleBar(
    {
      format: `${label} {bar} {value}/{total} {file}`,
      noTTYOutput: false,
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0, { file: '' });
  return bar;
};

const uploadAll = async (
  library: LibraryService,
  found: readonly FoundFile[],
  summary: ImportSummary,
) => {
  const bar = createBar('uploading', found.length);
  const imported = new Map<string, string>();
  const queue = [...found];
  const worker = async (): Promise<void> => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      try {
        const result = await library.importFile(file);
        if (result.outcome === 'imported') imported.set(result.assetId, file.label);
        else summary[result.outcome].push({ label: file.label, reason: result.reason });
      } catch (error) {
        summary.refused.push({ label: file.label, reason: messageOf(error) });
      }
      bar.increment(1, { file: file.label });
    }
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, worker));
  bar.update({ file: '' });
  bar.stop();
  return imported;
};

const waitForAnalysis = async (
  library: LibraryService,
  imported: Map<string, string>,
  summary: ImportSummary,
) => {
  const bar = createBar('analysing', imported.size);
  const waiting = new Map(imported);
  while (waiting.size > 0) {
    for (const [id, label] of [...waiting]) {
      const [{ analysis }] = await library.assets([id]);
      if (analysis.status === 'pending' || analysis.status === 'running') break;
      waiting.delete(id);
      bar.increment(1, { file: label });
      if (analysis.status === 'done') summary.imported.push(label);
      else summary.refused.push({ label, reason: analysis.error?.message ?? analysis.status });
    }
    if (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  bar.update({ file: '' });
  bar.stop();
};

/** Brings a folder of pictures into the library of a loaded application and waits until all are analysed. */
export const bringIn = async (strapi: Core.Strapi, folder: string): Promise<ImportSummary> => {
  const library = strapi.plugin('reference-assets').service('library') as LibraryService;
  const { found, left } = await findFiles(folder);
  const summary: ImportSummary = { imported: [], skipped: [...left], refused: [] };
  const imported = await uploadAll(library, found, summary);
  await waitForAnalysis(library, imported, summary);
  return summary;
};

/** The end table: how many of each, and the reason for each that was not imported. */
export const printSummary = ({ imported, skipped, refused }: ImportSummary): void => {
  console.log(
    `\nimported ${imported.length}, skipped ${skipped.length}, refused ${refused.length}`,
  );
  const byReason = new Map<string, string[]>();
  for (const { label, reason } of skipped)
    byReason.set(reason, [...(byReason.get(reason) ?? []), label]);
  for (const [reason, labels] of byReason) {
    const shown = labels.slice(0, 3).join(', ');
    console.log(
      `  skipped ${labels.length}: ${reason} (${shown}${labels.length > 3 ? ', …' : ''})`,
    );
  }
  for (const { label, reason } of refused) console.log(`  refused ${label}: ${reason}`);
};
