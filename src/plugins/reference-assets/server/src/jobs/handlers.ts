import type { Composition } from '../composition';
import { createAnalyse } from '../library/analyse';
import { createCompareAsset } from '../library/likeness/compare-asset';
import { createReconcile } from '../library/reconcile';
import { createAnimateStep } from '../video/animate';
import { createAssembleStep } from '../video/assemble';
import { createOverlayStep } from '../video/overlay';
import { createPlanStep } from '../video/plan';
import { createStoryboardStep } from '../video/storyboard';
import { workingStages } from '../video/stages';
import { planLocally } from '../providers/local/planner';
import type { JobHandlers } from './contract';

type Needs = Composition & { sweepFiles(): Promise<number> };

/** Every kind of job with what does it: a typed table, so that a kind without a handler does not compile. */
export const createHandlers = (needs: Needs): JobHandlers => {
  const { stores, media, encoder, jobs, quote, advance, libraryFor, ingest, log, sweepFiles } =
    needs;
  const step = { ...stores, media, quote, advance, palette: needs.config.palette };
  return {
    'asset.analyse': createAnalyse({ ...stores, media, encoder, jobs }),
    'asset.compare': createCompareAsset({ ...stores, comparison: needs.comparison, log }),
    'video.plan': createPlanStep({ ...step, plan: planLocally, libraryFor }),
    'beat.storyboard': createStoryboardStep(step),
    'beat.overlay': createOverlayStep(step),
    'beat.animate': createAnimateStep(step),
    'video.assemble': createAssembleStep(step),
    'library.import': needs.libraryImport.job,
    'library.reconcile': createReconcile({
      ...stores,
      ingest,
      mergeHistory: needs.mergeHistory,
      upkeep: needs.fileUpkeep,
      encoder,
      jobs,
      sweepFiles,
      advance,
      workingStages,
      log,
    }),
  };
};
