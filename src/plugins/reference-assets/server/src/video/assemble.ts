import { frameSizeOf } from '../../../shared/contracts/vocabulary';
import { StepFailure } from '../errors';
import { done, skipped, type JobHandler } from '../jobs/contract';
import type { Marks } from '../media/disclosure/marks';
import type { MediaWorker } from '../media/media-worker';
import { withScratch } from '../media/scratch';
import { animatic, assembler, type Offers } from '../money/offers';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import { captionsOf, copyLines } from './captions';
import { disclose, makingOf, provenanceOf, type Making } from './disclose';
import { demandQuality, reportOf } from './judge-master';
import { masterFiles } from './master-files';
import { clipsFor, logosOf, musicOf, wordsOf } from './master-parts';
import type { Masters } from './masters';
import { ensureMusic } from './music';
import type { InspectClips } from './paid/inspect-clips';
import { isVendors, modelsOfBeat, modelsUsed, musicUsed } from './paid/models-of';
import type { PaidCalls } from './paid/paid-calls';
import { posterFrameOf } from './poster-frame';
import { recordSpend } from './record-spend';
import { usedIds } from './views';
import { inputHash } from './step';
import { mismatchOf, type StillLook } from './still-scene';

type Needs = Pick<Stores, 'videos' | 'beats' | 'assets' | 'files' | 'generated' | 'ledger'> & {
  media: MediaWorker;
  marks: Pick<Marks, 'signed'>;
  offers: Offers;
  calls: PaidCalls;
  masters: Pick<Masters, 'keep'>;
  inspectClips: Pick<InspectClips, 'look'>;
  look(): Promise<StillLook>;
  /** What stands on videos without a label of their own. */
  label?: string;
};

/** Raised when the same clips make another master, so that old ones count as stale. */
const masterVersion = 3;

/** Job `video.assemble`: the clips become one master with music and the logo, checked against what was promised. */
export const createAssembleStep = (needs: Needs): JobHandler<'video.assemble'> => {
  const { videos, beats, assets, files, generated, ledger, media, offers, masters, look } = needs;
  const labelOf = (video: VideoRow): string | null => video.label ?? needs.label ?? null;

  const making = (video: VideoRow, rows: readonly BeatRow[]): Making =>
    makingOf({ ...modelsUsed(offers, video, rows), music: musicUsed(offers, video) }, rows);

  const render = async (video: VideoRow, rows: readonly BeatRow[], folder: string) => {
    const styled = await look();
    const { clips, shots } = await clipsFor(needs, { video, rows, look: styled }, folder);
    const generated = rows.filter((beat) => isVendors(modelsOfBeat(offers, video, beat).clip));
    const looked = needs.inspectClips.look(video, generated, folder);
    looked.catch(() => undefined); // met where its lines are asked for
    const master = await media.assembleMaster({
      size: frameSizeOf(video),
      clips,
      aspectMismatch: mismatchOf(video, styled),
      logos: await logosOf(needs, rows, folder),
      words: wordsOf(rows),
      label: labelOf(video),
      posterFrame: posterFrameOf(rows),
      music: await musicOf(needs, video, rows, folder),
      provenance: provenanceOf(making(video, rows), video.spec?.title ?? 'Video'),
      folder,
    });
    const { passed, checks } = reportOf(master.report, shots);
    return { ...master, report: { passed, checks: [...checks, ...(await looked)] } };
  };

  const finish = (video: VideoRow, hash: string, rows: readonly BeatRow[]) =>
    withScratch(async (folder) => {
      const master = await render(video, rows, folder);
      await demandQuality(needs, video, rows, master.report);
      const made = masterFiles(video, hash, master, captionsOf(copyLines(video, rows)));
      let outdated: number[] = [];
      await generated.store(made, async ([file, poster, vtt]) => {
        const music = { step: 'music', model: animatic.music } as const;
        const assembly = { step: 'assembly', model: assembler } as const;
        if (!video.music)
          await recordSpend(needs, video, music, { key: `music/${hash.slice(0, 12)}` });
        await recordSpend(needs, video, assembly, { key: `assembly/${hash.slice(0, 12)}` });
        await deliver(video, rows, hash, {
          video: file.id,
          poster: poster.id,
          captions: vtt?.id ?? null,
          disclosure: {
            ...disclose(making(video, rows)),
            label: labelOf(video),
            signed: needs.marks.signed,
          },
          qualityReport: master.report,
        });
        await assets.countUse([...new Set(rows.flatMap(usedIds))]);
        outdated = await masters.keep(video, { hash, file: file.id, poster: poster.id, rows });
      });
      return outdated;
    });

  const deliver = async (
    video: VideoRow,
    rows: readonly BeatRow[],
    hash: string,
    made: Partial<Record<keyof VideoRow, unknown>>,
  ) => {
    const data = {
      ...made,
      inputHash: hash,
      ...modelsUsed(offers, video, rows),
      actualCostUsd: await ledger.spentOn(video.documentId),
      error: null,
    };
    await videos.update(video.id, data);
    if (!(await videos.move(video.id, ['assembling'], 'in_review'))) {
      throw new StepFailure('superseded', 'The video was changed while it was assembled.');
    }
  };

  return {
    async run({ videoId }) {
      const video = await videos.find(videoId);
      if (video?.stage !== 'assembling') return skipped(`the video is ${video?.stage ?? 'gone'}`);
      if ((await ensureMusic(needs, video)) === 'ordered')
        return skipped('its music is still being composed');
      const rows = await beats.of(videoId);
      const hash = inputHash({
        masterVersion,
        ...(video.musicHash && { music: video.musicHash }),
        aspectMismatch: mismatchOf(video, await look()),
        ...(labelOf(video) && { label: labelOf(video) }),
        parts: rows.map(partOf),
      });
      if (video.inputHash === hash && video.video) {
        await videos.move(video.id, ['assembling'], 'in_review', { error: null });
        return skipped('the master is current');
      }
      const earlier = [video.video, video.poster, video.captions].flatMap((file) => file?.id ?? []);
      const outdated = await finish(video, hash, rows);
      await files.remove([...earlier, ...outdated]);
      return done;
    },

    async failed({ videoId }, error) {
      const video = await videos.find(videoId);
      if (!video || error.code === 'superseded') return;
      await videos.move(video.id, ['assembling'], 'failed', {
        error: { ...error, step: 'assemble' },
      });
    },
  };
};

/** What of a beat goes into the master. */
const partOf = ({ clipHash, layout, transition }: BeatRow) => [
  clipHash,
  layout?.logo ?? null,
  layout?.copy ?? null,
  transition,
  ...(layout?.legal ? [layout.legal] : []),
];
