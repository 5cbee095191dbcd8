import { StepFailure } from '../../errors';
import { isPaid, localPlanner } from '../../money/offers';
import type { Unit } from '../../money/quote';
import type {
  BriefPlanner,
  ModerationRequest,
  Moderator,
  PlanQuestion,
} from '../../providers/language-ports';
import type { VideoSpec } from '../../../../shared/contracts/spec';
import type { VideoRequest } from '../../../../shared/contracts/videos';
import { pictureBytes } from '../../library/picture-bytes';
import type { MediaWorker } from '../../media/media-worker';
import type { Stores } from '../../stores';
import type { AssetRow } from '../../stores/asset-rows';
import type { VideoRow } from '../../stores/video-rows';
import type { Planner } from '../create-video';
import { inputHash } from '../step';
import type { PaidNeeds } from './needs';
import type { PaidQuestions } from './paid-question';
import { whileOpen } from './stop-queue';

type Needs = Pick<Stores, 'assets' | 'files' | 'pauses'> & {
  media: Pick<MediaWorker, 'copyBounded'>;
  log: PaidNeeds['log'];
  plan: Planner;
  planner: BriefPlanner | null;
  moderator: Moderator | null;
  questions: PaidQuestions;
};
type Brief = Pick<VideoRequest, 'prompt' | 'durationSeconds' | 'aspectRatio' | 'qualityTier'>;

/** Plans paid videos with a language model where one is configured, and every other one by rules on this machine. */
export const createPlanBrief = (needs: Needs) => {
  const { plan, planner, moderator, questions, assets, files, media } = needs;

  /** A picture that cannot be read is no longer shown to anybody; the step that needs it says so. */
  const pictureOf = async ({ file }: AssetRow) => {
    if (!file) return [];
    try {
      return [await media.copyBounded(await pictureBytes(files, file))];
    } catch (error) {
      if (error instanceof StepFailure) return [];
      throw error;
    }
  };

  /** Throws: `StepFailure` `content-rejected` before anything was paid for. */
  const moderate = async (
    text: string,
    chosen: readonly AssetRow[],
    signal: AbortSignal,
  ): Promise<void> => {
    if (!moderator) return;
    const images: ModerationRequest['images'][number][] = [];
    for (const row of chosen) images.push(...(await pictureOf(row)));
    const { flagged, categories } = await whileOpen(needs, moderator.provider, () =>
      moderator.moderate({ text, images }, signal),
    );
    if (flagged)
      throw new StepFailure(
        'content-rejected',
        `The content check objects to the brief or its pictures (${categories.join(', ')}). Nothing was made or paid for.`,
      );
  };

  const chosenOf = (rows: readonly AssetRow[]): PlanQuestion['chosen'] =>
    rows.map(({ name, description, assetType, isLogo }) => ({
      name,
      description,
      role: isLogo ? 'logo' : (assetType ?? 'prop'),
    }));

  return {
    async plan(video: VideoRow, signal: AbortSignal): Promise<VideoSpec> {
      const { prompt, aspectRatio } = video;
      const brief = { prompt, aspectRatio, durationSeconds: Number(video.durationSeconds) };
      if (!isPaid(video.qualityTier)) return plan(brief);
      const chosen = await assets.some(video.referenceAssetIds ?? [], { all: true });
      await moderate(prompt, chosen, signal);
      if (!planner) return plan(brief);
      const request = { ...brief, chosen: chosenOf(chosen) };
      const { model, promptVersion } = planner;
      const key = `plan/${video.documentId}/${inputHash({ request, model, promptVersion }).slice(0, 24)}`;
      const question = { key, step: 'plan', inquiry: planner, request } as const;
      return questions.ask({ ...question, video: video.documentId, owner: video.owner }, signal);
    },

    /** What planning a brief is expected to cost. */
    unit(brief: Brief): Unit {
      if (!planner || !isPaid(brief.qualityTier))
        return { step: 'plan', model: localPlanner, asked: {} };
      const { provider, model } = planner;
      const quotedUsd = planner.quoteUsd({ ...brief, chosen: [] });
      return { step: 'plan', model: { provider, model, row: null }, asked: {}, quotedUsd };
    },
  };
};
export type PlanBrief = ReturnType<typeof createPlanBrief>;
