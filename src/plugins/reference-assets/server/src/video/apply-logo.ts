import { createHash } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { ApplyLogoRequest, LogoCopy } from '../../../shared/contracts/logo-copies';
import { StepFailure } from '../errors';
import { done, skipped, type JobHandler, type JobProducer } from '../jobs/contract';
import type { Browse } from '../library/browse';
import { rightsAllow, rightsRefusal } from '../library/rights';
import { ownerOf, type Viewer } from '../library/viewer';
import type { MediaWorker } from '../media/media-worker';
import { withScratch } from '../media/scratch';
import type { Stores } from '../stores';
import { toMediaRef } from '../stores/asset-rows';
import type { LogoCopyRow } from '../stores/logo-copies';
import { fileOnDisk } from './layer-files';
import { inputHash } from './step';

type Needs = Pick<Stores, 'assets' | 'files' | 'logoCopies'> & {
  browse: Browse;
  jobs: JobProducer;
};

const notFound = () => new errors.NotFoundError('There is no such copy.');

/** Laying a logo over any video of the media library: the request, and how it stands. */
export const createApplyLogo = ({ files, logoCopies, browse, jobs }: Needs) => {
  const view = async (row: LogoCopyRow): Promise<LogoCopy> => ({
    id: row.id,
    status: row.status,
    assetId: row.asset,
    fileId: row.fileId,
    file: row.resultId === null ? null : toMediaRef(await files.find(row.resultId)),
    placement: row.placement,
    error: row.error,
  });

  return {
    /** Throws: `NotFoundError` for a logo or file that is not there, `ValidationError` for what is no video. */
    async ask(assetId: string, request: ApplyLogoRequest, viewer: Viewer): Promise<LogoCopy> {
      if (viewer.kind === 'anyone') throw new errors.ForbiddenError();
      const logo = await browse.row(assetId, viewer);
      if (logo.assetType !== 'logo' && !logo.isLogo)
        throw new errors.ValidationError(`"${logo.name}" is not a logo.`);
      if (!rightsAllow(logo)) throw new errors.ValidationError(rightsRefusal(logo));
      const file = await files.find(request.fileId);
      // Files have no owner in the media library: a user has those of their own videos and of copies they asked for.
      const isOpen =
        viewer.kind !== 'user' || (file && (await logoCopies.isOfOwner(file.id, viewer.id)));
      if (!file || !isOpen)
        throw new errors.NotFoundError('There is no such file in the media library.');
      if (!file.mime.startsWith('video/'))
        throw new errors.ValidationError(`"${file.name}" is no video but ${file.mime}.`);
      const style = {
        ...(logo.logoPositionPreference && { position: logo.logoPositionPreference }),
        ...logo.logoStyle,
        ...request.logoStyle,
      };
      const owner = ownerOf(viewer);
      const key = inputHash({ logo: [assetId, logo.contentHash], file: file.hash, style, owner });
      const row = await logoCopies.ask({ key, asset: assetId, fileId: file.id, style, owner });
      if (row.status === 'pending') await jobs.ring({ kind: 'logo.apply', copyId: row.id });
      return view(row);
    },

    /** A copy, for whoever asked for it, admins and tokens. */
    async get(id: string, viewer: Viewer): Promise<LogoCopy> {
      const row = viewer.kind === 'anyone' ? null : await logoCopies.find(id);
      if (!row || (viewer.kind === 'user' && row.owner !== viewer.id)) throw notFound();
      return view(row);
    },
  };
};
export type ApplyLogo = ReturnType<typeof createApplyLogo>;

type StepNeeds = Pick<Stores, 'assets' | 'files' | 'generated' | 'logoCopies'> & {
  media: MediaWorker;
};

/** Job `logo.apply`: makes a copy of a video with the logo over it; the file's name follows from the request. */
export const createApplyLogoStep = (needs: StepNeeds): JobHandler<'logo.apply'> => {
  const { assets, files, generated, logoCopies, media } = needs;

  const make = (row: LogoCopyRow) =>
    withScratch(async (folder) => {
      const logo = await assets.find(row.asset, { all: true });
      const file = await files.find(row.fileId);
      if (!logo?.file || !file)
        throw new StepFailure('file-gone', 'The logo or the video is no longer in the library.');
      if (!rightsAllow(logo)) throw new StepFailure('rights', rightsRefusal(logo));
      const made = await media.logoOverVideo({
        ...row.style,
        input: await fileOnDisk(needs, file, folder),
        logo: await fileOnDisk(needs, logo.file, folder),
        folder,
      });
      const ext = made.path.endsWith('.mp4') ? '.mp4' : '.mkv';
      const copy = {
        hash: `ra_logo_copy_${createHash('sha256').update(row.id).digest('hex').slice(0, 20)}`,
        ext,
        mime: ext === '.mp4' ? 'video/mp4' : 'video/x-matroska',
        name: `${file.name.replace(/\.[^.]+$/, '')}, with ${logo.name}${ext}`,
        content: { path: made.path },
        width: made.width,
        height: made.height,
        standsAlone: true,
      };
      await generated.store([copy], ([saved]) => logoCopies.done(row.id, saved.id, made.placement));
    });

  return {
    async run({ copyId }) {
      const row = await logoCopies.find(copyId);
      if (row?.status !== 'pending') return skipped(`the copy is ${row?.status ?? 'gone'}`);
      await make(row);
      return done;
    },
    failed: ({ copyId }, error) => logoCopies.failed(copyId, error),
  };
};
