import { assetTypes, type AssetType } from '../../../shared/contracts/vocabulary';
import type { PlannedBeat, VideoSpec } from '../../../shared/contracts/spec';
import { ProviderError, StepFailure } from '../errors';
import { done, later, skipped, type JobHandler } from '../jobs/contract';
import type { MatchLibraryFor } from '../library/match-library';
import { wordTools } from '../library/words';
import { localPlanner } from '../money/offers';
import { roundUsd } from '../money/usd';
import type { Stores } from '../stores';
import type { Scope } from '../stores/asset-filter';
import type { StepError, StoredReferences, VideoRow } from '../stores/video-rows';
import type { Advance } from './advance';
import {
  createMatcher,
  type BeatChoice,
  type BeatDecisions,
  type MatchLibrary,
  type MatchWeights,
} from './match';
import { chosenByBeat, emptyByBeat, excludedByBeat } from './choice-keys';
import { askedAlready, pausedNotice, shown } from './paid/failures';
import type { PlanBrief } from './paid/plan-brief';
import { recordSpend } from './record-spend';
import type { Requote } from './requote';

type Needs = Pick<Stores, 'videos' | 'beats' | 'ledger' | 'transaction'> & {
  planBrief: PlanBrief;
  libraryFor: MatchLibraryFor;
  requote: Requote;
  weights: MatchWeights;
  /** Logos of the brand kit, as they are now. */
  brandLogos(): Promise<readonly string[]>;
  advance: Advance;
};

/** The matcher on a part of the library. */
export const matcherFor = (libraryFor: MatchLibraryFor, scope: Scope, weights: MatchWeights) =>
  createMatcher({ library: libraryFor(scope), words: wordTools, weights });

/** What a video may be made of: its owner's assets and the shared ones; of a shared video, everything. */
const scopeOfVideo = ({ owner }: VideoRow): Scope =>
  owner === null ? { all: true } : { all: false, owner };

/** The choices people made by hand, as the matcher takes them; they survive every new plan. */
const decisionsOf = async (video: VideoRow, library: MatchLibrary): Promise<BeatDecisions> => {
  const decisions: BeatDecisions = {};
  for (const [order, ids] of chosenByBeat(video.customReferenceMapping)) {
    const byRole: Partial<Record<AssetType, string[]>> = {};
    if (ids.length === 0) assetTypes.forEach((role) => (byRole[role] = []));
    for (const asset of await library.byIds(ids)) {
      const role = asset.isLogo ? 'logo' : asset.assetType;
      byRole[role] = [...(byRole[role] ?? []), asset.documentId];
    }
    decisions[order] = byRole;
  }
  for (const [order, roles] of emptyByBeat(video.customReferenceMapping))
    for (const role of roles) decisions[order] = { ...decisions[order], [role]: [] };
  return decisions;
};

/** A matcher's choice as the beat's row keeps it. */
export const storedReferences = (choice: BeatChoice): StoredReferences =>
  Object.fromEntries(
    Object.entries(choice.references).map(([role, reference]) => [
      role,
      reference && {
        assetId: reference.asset,
        score: reference.score,
        reasons: reference.reasons,
        ...(reference.parts && { parts: reference.parts }),
        manual: reference.manual,
        alternatives: reference.alternatives.map(({ asset, ...other }) => ({
          assetId: asset,
          ...other,
        })),
      },
    ]),
  );

const notesOf = (choice: BeatChoice): string[] =>
  Object.entries(choice.missing).map(([role, why]) => `No ${role as AssetType}: ${why}.`);

const beatRow = (beat: PlannedBeat, choice: BeatChoice) => ({
  ...beat,
  references: storedReferences(choice),
  confidence: choice.confidence,
  notes: notesOf(choice),
  state: 'planned',
  take: 0,
});

/** A plan that waits looks again so much later, or when an operator lets it. Units: ms. */
const pausedLookMs = 60_000;
const busyLookMs = 5000;

/** How long a plan waits whose model takes no questions at present, ms; null for every other failure. */
const waitOf = (error: unknown): number | null => {
  if (error instanceof StepFailure && error.code === pausedNotice.code) return pausedLookMs;
  if (error instanceof ProviderError && error.code === 'rate-limited')
    return error.retryAfterMs ?? busyLookMs;
  return error instanceof StepFailure && error.code === askedAlready.code ? busyLookMs : null;
};

/** Job `video.plan`: the brief becomes beats, and each beat gets its assets from the library, with the reasons. */
export const createPlanStep = (needs: Needs): JobHandler<'video.plan'> => {
  const { videos, beats, ledger, transaction, planBrief, requote, libraryFor, advance } = needs;

  /** Said once: every change of the row rings for this job again. */
  const tellWaiting = async (video: VideoRow, notice: StepError): Promise<void> => {
    if (video.error?.code !== notice.code)
      await videos.update(video.id, { error: { ...notice, step: 'plan' } });
  };

  const store = (
    video: VideoRow,
    spec: VideoSpec,
    choices: readonly BeatChoice[],
  ): Promise<boolean> =>
    transaction(async () => {
      await videos.lock(video.documentId);
      const current = await videos.find(video.documentId);
      if (current?.stage !== 'planning') return false;
      await beats.replace(
        video.documentId,
        spec.beats.map((beat, index) => beatRow(beat, choices[index])),
      );
      if (spec.planner === 'local')
        await recordSpend(needs, video, { step: 'plan', model: localPlanner }, { key: 'plan' });
      // What the plan really needs, which the estimate could only guess; a plan that is not covered is not begun.
      await requote.secure(current);
      const missing = await requote.ofVideo(current);
      const spent = await ledger.spentOn(video.documentId);
      const estimatedCostUsd = roundUsd(spent + missing.estimatedCostUsd);
      const next = video.stopAfter === 'plan' ? 'awaiting_plan' : 'storyboarding';
      return videos.move(video.id, ['planning'], next, { spec, estimatedCostUsd, error: null });
    });

  return {
    async run({ videoId }, { signal }) {
      const video = await videos.find(videoId);
      if (!video) return skipped('the video is gone');
      if (video.stage === 'queued') await videos.move(video.id, ['queued'], 'planning');
      else if (video.stage !== 'planning') return skipped(`the video is ${video.stage}`);
      let spec: VideoSpec;
      try {
        spec = await planBrief.plan(video, signal);
      } catch (error) {
        if (error instanceof StepFailure && error.code === 'superseded')
          return skipped(error.message);
        const waitMs = waitOf(error);
        if (waitMs === null) throw error;
        if ((error as StepFailure).code !== askedAlready.code)
          await tellWaiting(video, shown(error as ProviderError | StepFailure));
        return later(waitMs);
      }
      const scope = scopeOfVideo(video);
      const weights = { ...needs.weights, brandLogos: await needs.brandLogos() };
      const choices = await matcherFor(libraryFor, scope, weights).matchVideo(spec, {
        referenceAssetIds: video.referenceAssetIds ?? [],
        overrides: await decisionsOf(video, libraryFor(scope)),
        excludedByBeat: excludedByBeat(video.customReferenceMapping),
      });
      const stored = await store(video, spec, choices);
      await advance(videoId);
      return stored ? done : skipped('the video moved on in the meantime');
    },

    async failed({ videoId }, error) {
      const video = await videos.find(videoId);
      if (video)
        await videos.move(video.id, ['queued', 'planning'], 'failed', {
          error: { ...error, step: 'plan' },
        });
    },
  };
};
