import type { GenerationState } from '../generation-ports';
import { failure, type Verdict } from '../transport/failures';
import { speaker, verdictOnPrediction } from './failures';
import type { Prediction } from './wire';

const operation = 'check';

const outputsOf = (output: unknown): string[] | undefined => {
  const list: unknown[] = Array.isArray(output) ? output : [output];
  const texts = list.filter((one): one is string => typeof one === 'string' && one !== '');
  return texts.length > 0 && texts.length === list.length ? texts : undefined;
};

const gone: Verdict = {
  code: 'expired',
  retryable: false,
  message: 'Replicate has removed the result.',
};
const odd: Verdict = {
  code: 'bad-reply',
  retryable: false,
  message: 'Replicate answered in a way this version does not understand.',
};
const neverStarted: Verdict = {
  code: 'unavailable',
  retryable: true,
  message: 'Replicate did not start the job in time.',
};

/**
 * How a prediction stands.
 *
 * A result is gone an hour after it was made: `succeeded` without an output is `expired`, not done.
 */
export const stateOf = (found: Prediction): GenerationState => {
  const took = found.metrics?.predict_time;
  const seconds = typeof took === 'number' ? { seconds: took } : {};
  const failed = (verdict: Verdict, cause?: unknown): GenerationState & { state: 'failed' } => ({
    state: 'failed',
    failure: failure(speaker, operation, verdict, { cause, requestId: found.id }),
    ...seconds,
  });
  const lost = (verdict: Verdict): GenerationState => ({ ...failed(verdict), isPaid: true });
  switch (found.status) {
    case 'starting':
    case 'processing':
      return { state: 'running' };
    case 'canceled':
      return { state: 'canceled', ...seconds };
    case 'aborted':
      return failed(neverStarted);
    case 'failed':
      return failed(verdictOnPrediction(found.error), new Error(String(found.error).slice(0, 600)));
    case 'succeeded': {
      if (found.data_removed || found.output === null || found.output === undefined)
        return lost(gone);
      const outputs = outputsOf(found.output);
      return outputs ? { state: 'succeeded', outputs, ...seconds } : lost(odd);
    }
  }
};
