import type { PluginConfig } from '../config';
import type { JobTable } from '../stores/job-table';
import { createBullmqEngine } from './bullmq';
import type { JobEngine, Lane } from './contract';
import { createInProcessEngine } from './in-process';
import type { JobLog } from './run-job';

/** The engine that the configuration names. */
export const createEngine = async (
  config: PluginConfig['jobs'],
  parts: { table: JobTable; holder: string; log: JobLog },
): Promise<JobEngine> => {
  const concurrency: Record<Lane, number> = {
    analysis: config.analysisConcurrency,
    comparison: 1,
    video: config.videoConcurrency,
    vendor: config.vendorConcurrency,
    import: 1,
    // They wait for others' servers, not for this machine.
    notice: 4,
    upkeep: 1,
  };
  if (config.engine === 'bullmq' && config.redisUrl) {
    return createBullmqEngine({
      redisUrl: config.redisUrl,
      concurrency,
      log: parts.log,
      run: config.run,
    });
  }
  return createInProcessEngine({ ...parts, concurrency, run: config.run });
};
