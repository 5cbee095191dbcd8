import type { Composition } from '../composition';
import { createAnalyse } from '../library/analyse';
import { createCompareAsset } from '../library/likeness/compare-asset';
import { createReconcile } from '../library/reconcile';
import { createAnimateStep } from '../video/animate';
import { createApplyLogoStep } from '../video/apply-logo';
import { createAssembleStep } from '../video/assemble';
import { createMusicStep } from '../video/music';
import { createOverlayStep } from '../video/overlay';
import { createProofStep } from '../video/proof';
import { createPlanStep } from '../video/plan';
import { createStoryboardStep } from '../video/storyboard';
import { workingStages } from '../video/stages';
import { createDeliverStep } from '../notices/deliver';
import { createCarryCall } from '../video/paid/carry-call';
import { createFreeMoney } from '../video/paid/free-money';
import type { JobHandlers } from './contract';

type Needs = Composition & { sweepFiles(): Promise<number> };

/** Every kind of job with what does it: a typed table, so that a kind without a handler does not compile. */
export const createHandlers = (needs: Needs): JobHandlers => {
  const { stores, media, encoder, jobs, advance, libraryFor, weights, ingest, log } = needs;
  const { offers, calls, requote, masters, planBrief, inspectClips, sweepFiles, marks } = needs;
  const { yielding } = needs.giveWay;
  const { look, brandLogos } = needs.studioSettings;
  const step = { ...stores, media, marks, advance, look, offers, calls, requote };
  return {
    'asset.analyse': yielding(
      createAnalyse({
        ...{ ...stores, media, encoder, jobs },
        answering: needs.answering,
        describe: needs.describe,
      }),
    ),
    'asset.compare': yielding(createCompareAsset({ ...stores, comparison: needs.comparison, log })),
    'video.plan': createPlanStep({ ...step, planBrief, libraryFor, weights, brandLogos }),
    'beat.storyboard': createStoryboardStep(step),
    'beat.overlay': createOverlayStep(step),
    'beat.animate': createAnimateStep(step),
    'video.music': createMusicStep(step),
    'video.assemble': createAssembleStep({
      ...step,
      masters,
      inspectClips,
      label: needs.config.disclosure.label,
    }),
    'video.proof': createProofStep({ ...step, log }),
    'logo.apply': createApplyLogoStep({ ...stores, media }),
    'vendor.call': createCarryCall(needs.paid),
    'library.import': needs.libraryImport.job,
    'notice.deliver': createDeliverStep(needs.deliver, log),
    'library.reconcile': createReconcile({
      ...stores,
      ingest,
      mergeHistory: needs.mergeHistory,
      upkeep: needs.fileUpkeep,
      encoder,
      describe: needs.describe,
      switchModels: needs.answering.refresh,
      jobs,
      sweepFiles,
      advance,
      workingStages,
      freeMoney: createFreeMoney({ ...stores, purse: needs.purse }),
      log,
    }),
  };
};
