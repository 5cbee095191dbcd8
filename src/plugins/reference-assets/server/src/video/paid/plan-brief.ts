import { StepFailure } from '../../errors';
import { isPaid, localPlanner } from '../../money/offers';
import type { Unit } from '../../money/quote';
import type { BriefPlanner, Moderator, PlanQuestion } from '../../providers/language-ports';
import type { VideoSpec } from '../../../../shared/contracts/spec';
import type { VideoRequest } from '../../../../shared/contracts/videos';
import type { Stores } from '../../stores';
import type { VideoRow } from '../../stores/video-rows';
import type { Planner } from '../create-video';
import { inputHash } from '../step';
import type { PaidQuestions } from './paid-question';

type Needs = Pick<Stores, 'assets'> & {
  plan: Planner;
  planner: BriefPlanner | null;
  moderator: Moderator | null;
  questions: PaidQuestions;
};
type Brief = Pick<VideoRequest, 'prompt' | 'durationSeconds' | 'aspectRatio' | 'qualityTier'>;

/** Plans paid videos with a language model where one is configured, and every other one by rules on this machine. */
export const createPlanBrief = ({ plan, planner, moderator, questions, assets }: Needs) => {
  /** Throws: `StepFailure` `content-rejected` before anything was paid for. */
  const moderate = async (text: string, signal: AbortSignal): Promise<void> => {
    const verdict = await moderator?.moderate({ text, images: [] }, signal);
    if (verdict?.flagged)
      throw new StepFailure(
        'content-rejected',
        `The content check objects to the brief (${verdict.categories.join(', ')}). Nothing was made or paid for.`,
      );
  };

  const chosenFor = async (video: VideoRow): Promise<PlanQuestion['chosen']> => {
    const rows = await assets.some(video.referenceAssetIds ?? [], { all: true });
    return rows.map(({ name, description, assetType, isLogo }) => ({
      name,
      description,
      role: isLogo ? 'logo' : (assetType ?? 'prop'),
    }));
  };

  return {
    async plan(video: VideoRow, signal: AbortSignal): Promise<VideoSpec> {
      const { prompt, aspectRatio } = video;
      const brief = { prompt, aspectRatio, durationSeconds: Number(video.durationSeconds) };
      if (!isPaid(video.qualityTier)) return plan(brief);
      await moderate(prompt, signal);
      if (!planner) return plan(brief);
      const request = { ...brief, chosen: await chosenFor(video) };
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
