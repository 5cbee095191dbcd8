import { stat } from 'node:fs/promises';
import { StepFailure } from '../errors';
import type { Stores } from '../stores';
import type { FileRow } from '../stores/media-files';

/**
 * A stored picture as the media workers take it: its path where it lies on this machine, else its bytes.
 *
 * Throws: `StepFailure` `file-gone` when its upload provider no longer has it; `ProviderError` when it cannot say.
 */
export const pictureBytes = async (
  files: Pick<Stores['files'], 'localPath' | 'read'>,
  file: FileRow,
): Promise<Buffer | string> => {
  const local = files.localPath(file);
  const isThere = local !== null && (await stat(local).catch(() => null)) !== null;
  const bytes = isThere ? local : await files.read(file);
  if (!bytes)
    throw new StepFailure('file-gone', 'The file is no longer where its upload provider kept it.');
  return bytes;
};
