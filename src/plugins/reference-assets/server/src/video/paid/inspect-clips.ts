import type { QualityCheck } from '../../../../shared/contracts/quality';
import { ProviderError, StepFailure } from '../../errors';
import { pictureBytes } from '../../library/picture-bytes';
import type { MediaWorker } from '../../media/media-worker';
import { InsufficientCreditsError } from '../../money/insufficient-credits';
import type { StepModel } from '../../money/offers';
import type { Unit } from '../../money/quote';
import type { MarkInspector, MarkQuestion, MarkVerdict } from '../../providers/language-ports';
import type { Stores } from '../../stores';
import type { BeatRow, VideoRow } from '../../stores/video-rows';
import { clipsOf } from '../clips-of-beat';
import { fileOnDisk } from '../layer-files';
import { inputHash } from '../step';
import { isVendors } from './models-of';
import type { PaidQuestions } from './paid-question';

type Needs = Pick<Stores, 'assets' | 'files'> & {
  media: Pick<MediaWorker, 'clipStrip' | 'copyBounded'>;
  /** Null where no model that sees is configured. */
  inspector: MarkInspector | null;
  questions: PaidQuestions;
  log: { warn(message: string): void };
};

const line = ({ documentId }: BeatRow) =>
  ({
    name: 'brand marks drawn by the model',
    expected: 'none, or as they are',
    advisory: true,
    beatId: documentId,
  }) as const;

/** What may keep a look from being had; anything else is a fault of ours. */
const isExpected = (error: unknown): error is Error =>
  [ProviderError, StepFailure, InsufficientCreditsError].some((kind) => error instanceof kind);

/**
 * Has a model that sees look for logos that a video model drew by itself, and drew badly: our own logo is laid over
 * the clip later and is exact, a melted one below it is not.
 *
 * What it finds asks for a reviewer's eye and stops nothing; neither does a look that cannot be had.
 */
export const createInspectClips = (needs: Needs) => {
  const { assets, files, media, inspector, questions, log } = needs;

  const logoOf = async ({ references }: BeatRow): Promise<MarkQuestion['logo']> => {
    const chosen = references?.logo;
    const asset = chosen && (await assets.find(chosen.assetId, { all: true }));
    return asset?.file ? media.copyBounded(await pictureBytes(files, asset.file)) : null;
  };

  /** Throws: what the inquiry throws; a question whose reply was lost is given up, as it stops nothing. */
  const ask = async (
    by: MarkInspector,
    video: VideoRow,
    key: string,
    request: MarkQuestion,
  ): Promise<MarkVerdict> => {
    const whose = { video: video.documentId, owner: video.owner };
    try {
      return await questions.ask({ key, step: 'analysis', inquiry: by, request, ...whose });
    } catch (error) {
      if (!(error instanceof StepFailure && error.code === 'outcome-unknown')) throw error;
      await questions.giveUp(key);
      throw new StepFailure(error.code, 'the connection broke; the look may have been paid for');
    }
  };

  /** Names the look at one clip of a beat. */
  const keyOf = ({ model, promptVersion }: MarkInspector, beat: BeatRow, part: number): string => {
    const hash = inputHash({ clip: beat.clipHash, part, model, promptVersion }).slice(0, 24);
    return `marks/${beat.documentId}/${hash}`;
  };

  const lookAt = async (
    by: MarkInspector,
    video: VideoRow,
    beat: BeatRow,
    folder: string,
  ): Promise<QualityCheck[]> => {
    const logo = await logoOf(beat);
    const one = async ({ clip }: ReturnType<typeof clipsOf>[number], part: number) => {
      const bytes = await media.clipStrip(await fileOnDisk(needs, clip, folder));
      const key = keyOf(by, beat, part);
      const request = { frames: { bytes, mime: 'image/jpeg' as const }, logo };
      const { verdict, reason } = await ask(by, video, key, request);
      const passed = verdict !== 'garbled';
      return { ...line(beat), actual: passed ? verdict : `garbled: ${reason}`, passed };
    };
    return Promise.all(clipsOf(beat).map(one));
  };

  /** A look that cannot be had is told of in its place. */
  const lookOrReason = async (...about: Parameters<typeof lookAt>): Promise<QualityCheck[]> => {
    try {
      return await lookAt(...about);
    } catch (error) {
      if (!isExpected(error)) throw error;
      const beat = about[2];
      log.warn(`beat ${beat.documentId} was not looked at for marks: ${error.message}`);
      return [{ ...line(beat), actual: `not looked at: ${error.message}`, passed: false }];
    }
  };

  return {
    /** The looks at clips of a model that a video of so many beats is to have. */
    units: (clip: StepModel, clips: number): Unit[] => {
      if (!inspector || !isVendors(clip)) return [];
      const { provider, model } = inspector;
      const picture = { bytes: new Uint8Array(), mime: 'image/jpeg' } as const;
      const quotedUsd = inspector.quoteUsd({ frames: picture, logo: picture });
      const unit = {
        step: 'analysis',
        model: { provider, model, row: null },
        asked: {},
        quotedUsd,
      };
      return Array.from({ length: clips }, () => ({ ...unit }) as Unit);
    },

    /** How many clips of a beat that has all of them were not looked at yet: the next master has them looked at. */
    async owed(beat: BeatRow): Promise<number> {
      if (!inspector) return 0;
      const clips = beat.clipParts?.length ?? 1;
      const keys = Array.from({ length: clips }, (_clip, part) => keyOf(inspector, beat, part));
      const answered = await Promise.all(keys.map((key) => questions.isAnswered(key)));
      return answered.filter((isThere) => !isThere).length;
    },

    /** Lines of the quality report on the clips that vendors made; all are looked at side by side. */
    async look(
      video: VideoRow,
      generated: readonly BeatRow[],
      folder: string,
    ): Promise<QualityCheck[]> {
      if (!inspector) return [];
      const looks = generated.map((beat) => lookOrReason(inspector, video, beat, folder));
      return (await Promise.all(looks)).flat();
    },
  };
};
export type InspectClips = ReturnType<typeof createInspectClips>;
