import { StepFailure } from '../../errors';
import { isPaid, localPlanner } from '../../money/offers';
import type { Unit } from '../../money/quote';
import type {
  BriefPlanner,
  EntityFinder,
  ModerationRequest,
  Moderator,
  PlanQuestion,
} from '../../providers/language-ports';
import type { Inquiry } from '../../providers/inquiry';
import type { BriefEntities, VideoSpec } from '../../../../shared/contracts/spec';
import type { VideoRequest } from '../../../../shared/contracts/video-requests';
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

type Needs = Pick<Stores, 'assets' | 'files' | 'pauses' | 'videos'> & {
  media: Pick<MediaWorker, 'copyBounded'>;
  log: PaidNeeds['log'];
  plan: Planner;
  /** How the brand speaks. */
  tone(): Promise<string>;
  planner: BriefPlanner | null;
  /** Reads what a brief speaks of, before it is planned; null where no model does. */
  entities: EntityFinder | null;
  moderator: Moderator | null;
  questions: PaidQuestions;
};
type Brief = Pick<VideoRequest, 'prompt' | 'durationSeconds' | 'aspectRatio' | 'qualityTier'>;

/** Plans paid videos with a language model where one is configured, and every other one by rules on this machine. */
export const createPlanBrief = (needs: Needs) => {
  const { plan, planner, entities, moderator, questions, assets, files, media } = needs;

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

  /** One question about a brief, asked once for each wording of it. */
  const asked = <Request, Answer>(
    name: string,
    { documentId, owner }: VideoRow,
    inquiry: Inquiry<Request, Answer>,
    request: Request,
  ): Promise<Answer> => {
    const { model, promptVersion } = inquiry;
    const hash = inputHash({ request, model, promptVersion }).slice(0, 24);
    const key = `${name}/${documentId}/${hash}`;
    return questions.ask({ key, step: 'plan', inquiry, request, video: documentId, owner });
  };

  const read = async (video: VideoRow): Promise<BriefEntities | undefined> =>
    entities ? asked('entities', video, entities, { prompt: video.prompt }) : undefined;

  /** Throws: `StepFailure` `superseded` where nobody waits for the plan any more, before it is paid for. */
  const demandWanted = async ({ documentId }: VideoRow): Promise<void> => {
    const now = await needs.videos.find(documentId);
    if (now?.stage === 'planning') return;
    throw new StepFailure('superseded', 'The video moved on while its brief was read.');
  };

  return {
    async plan(video: VideoRow, signal: AbortSignal): Promise<VideoSpec> {
      const { prompt, aspectRatio } = video;
      const tone = await needs.tone();
      const durationSeconds = Number(video.durationSeconds);
      const brief = { prompt, aspectRatio, durationSeconds, ...(tone && { tone }) };
      if (!isPaid(video.qualityTier)) return plan(brief);
      const chosen = await assets.some(video.referenceAssetIds ?? [], { all: true });
      await moderate(prompt, chosen, signal);
      if (!planner) return plan(brief);
      const found = await read(video);
      await demandWanted(video);
      const request = { ...brief, chosen: chosenOf(chosen), ...(found && { entities: found }) };
      return asked('plan', video, planner, request);
    },

    /** What reading and planning a brief is expected to cost. */
    units(brief: Brief): Unit[] {
      const unit = (
        { provider, model }: Pick<Inquiry<never, unknown>, 'provider' | 'model'>,
        quotedUsd: number,
      ): Unit => ({ step: 'plan', model: { provider, model, row: null }, asked: {}, quotedUsd });
      if (!planner || !isPaid(brief.qualityTier))
        return [{ step: 'plan', model: localPlanner, asked: {} }];
      const plans = unit(planner, planner.quoteUsd({ ...brief, chosen: [] }));
      return [...(entities ? [unit(entities, entities.quoteUsd(brief))] : []), plans];
    },
  };
};
export type PlanBrief = ReturnType<typeof createPlanBrief>;
