import { frameSizeOf } from '../../../../shared/contracts/vocabulary';
import { StepFailure } from '../../errors';
import type { DownloadedFile } from '../../providers/generation-ports';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import type { BeatRow } from '../../stores/video-rows';
import { generatedProvenance } from '../disclose';
import { beatStamp } from './stamp';
import type { PaidNeeds } from './needs';
import type { VendorOrder } from './vendor-order';

type Needs = Pick<PaidNeeds, 'beats' | 'videos' | 'generated' | 'marks' | 'media' | 'vendorJobs'>;

const superseded = () => new StepFailure('superseded', 'The beat was changed while it was made.');

/** The last word on a job: whoever writes it puts the result in place, in the same transaction. */
const collected = async ({ vendorJobs }: Needs, job: VendorJobRow): Promise<void> => {
  if (!(await vendorJobs.change(job.id, ['succeeded'], { state: 'collected' }))) throw superseded();
};

const currentBeat = async (
  { beats }: Needs,
  job: VendorJobRow,
  stillHash: (beat: BeatRow) => string | null,
): Promise<BeatRow> => {
  const beat = job.beat ? await beats.find(job.beat) : null;
  const { stamp } = (job.request as VendorOrder).target;
  if (!beat || beatStamp(beat, stillHash(beat)) !== stamp) throw superseded();
  return beat;
};

const named = (kind: string, id: string, { hash, part }: VendorOrder['target'], ext: string) =>
  `ra_${kind}_${id}_${hash.slice(0, 12)}${part > 0 ? `_${part}` : ''}${ext}`;

const putStill = async (needs: Needs, job: VendorJobRow, file: DownloadedFile) => {
  const { target } = job.request as VendorOrder;
  const beat = await currentBeat(needs, job, () => null);
  const video = await needs.videos.find(beat.video);
  if (!video) throw superseded();
  const size = frameSizeOf(video);
  const png = await needs.media.fitPicture({ source: file.path, size });
  const stored = {
    hash: named('still', beat.documentId, target, ''),
    ext: '.png',
    mime: 'image/png',
    name: `Beat ${beat.order + 1}, ${beat.name}.png`,
    content: needs.marks.picture(png, generatedProvenance(job, beat)),
    ...size,
  };
  await needs.generated.store([stored], async ([saved]) => {
    await collected(needs, job);
    const now = await currentBeat(needs, job, () => null);
    await needs.beats.update(now.id, {
      still: saved.id,
      stillWithLogo: null,
      stillHash: target.hash,
      overlayHash: null,
      layout: { productBox: null },
      state: 'still_ready',
      error: null,
    });
  });
  return [beat.still, beat.stillWithLogo].flatMap((one) => one?.id ?? []);
};

const putClip = async (needs: Needs, job: VendorJobRow, file: DownloadedFile) => {
  const { target } = job.request as VendorOrder;
  const beat = await currentBeat(needs, job, ({ stillHash }) => stillHash);
  const earlier = (beat.clipParts ?? []).filter(({ hash }) => hash === target.hash);
  // Other containers keep no XMP in a box behind their pictures.
  if (file.mime === 'video/mp4') await needs.marks.film(file.path, generatedProvenance(job, beat));
  const stored = {
    hash: named('clip', beat.documentId, target, ''),
    ext: file.ext,
    mime: file.mime,
    name: `Beat ${beat.order + 1}, ${beat.name}${file.ext}`,
    content: { path: file.path },
  };
  await needs.generated.store([stored], async ([saved]) => {
    await collected(needs, job);
    const now = await currentBeat(needs, job, ({ stillHash }) => stillHash);
    const parts = [...earlier, { hash: target.hash, fileId: saved.id, frames: target.frames }];
    const isWhole = parts.length === target.parts;
    await needs.beats.update(now.id, {
      clips: parts.map(({ fileId }) => fileId),
      clipParts: parts,
      clipHash: isWhole ? target.hash : null,
      state: isWhole ? 'done' : 'animating',
      error: null,
    });
  });
  return beat.clips.map(({ id }) => id);
};

const putMusic = async (needs: Needs, job: VendorJobRow, file: DownloadedFile) => {
  const { target } = job.request as VendorOrder;
  const video = job.video ? await needs.videos.find(job.video) : null;
  if (!video) throw superseded();
  const stored = {
    hash: named('music', video.documentId, target, ''),
    ext: file.ext,
    mime: file.mime,
    name: `${video.spec?.title ?? 'Video'}, music${file.ext}`,
    content: { path: file.path },
  };
  await needs.generated.store([stored], async ([saved]) => {
    await collected(needs, job);
    await needs.videos.update(video.id, { music: saved.id, musicHash: target.hash });
  });
  return video.music ? [video.music.id] : [];
};

/**
 * Puts a vendor's result where it belongs: the file, its link and the job's end in one transaction.
 *
 * Returns ids of files that it may have replaced. Throws: `StepFailure` `superseded` when the beat was changed since.
 */
export const putResult = async (
  needs: Needs,
  job: VendorJobRow,
  file: DownloadedFile,
): Promise<number[]> => {
  const { kind } = (job.request as VendorOrder).target;
  if (kind === 'still') return putStill(needs, job, file);
  return kind === 'clip' ? putClip(needs, job, file) : putMusic(needs, job, file);
};
