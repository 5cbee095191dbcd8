import { ProviderError, StepFailure } from '../../errors';
import type { StepError } from '../../stores/video-rows';

/** Whether no order of anybody can succeed until an operator acts: no credit, quota used up, a key that is refused. */
export const stopsQueue = (error: ProviderError): boolean =>
  error.code === 'no-credit' || (error.code === 'unavailable' && !error.retryable);

const waitingWords =
  'Waiting: the service that makes this takes no orders at the moment. The operators have been told; nothing was lost.';

/** What is shown while a vendor's queue is stopped: nothing of the vendor's own words. */
export const pausedNotice: StepError = { code: 'provider-paused', message: waitingWords };

/** What is shown of a vendor's failure, and what a person can do about it. */
export const shown = (error: ProviderError | StepFailure): StepError => {
  if (error instanceof StepFailure) return { code: error.code, message: error.message };
  if (error.code === 'content-rejected')
    return {
      code: error.code,
      message: `${error.message} Edit the beat's prompt, then try again.`,
    };
  return { code: error.code, message: error.message };
};

export const unknownOutcome: StepError = {
  code: 'outcome-unknown',
  message:
    'The connection broke while this was ordered, and the service cannot say whether it took the order. Its price is held back. Try again to have it looked up once more, or ordered anew.',
};

export const unreadableOutcome: StepError = {
  code: 'outcome-unknown',
  message:
    'The service answers in a way this version does not understand, so nobody can say what became of the order. Its price is held back. Try again to have it asked for once more, or ordered anew.',
};

export const unansweredQuestion: StepError = {
  code: 'outcome-unknown',
  message:
    'The connection broke while this was asked, and the service cannot say whether it answered. Its price is held back. Try again to have it asked anew; the first then counts as paid.',
};

/** Another process asks the same at this moment; its answer will be there. */
export const askedAlready: StepError = {
  code: 'asked-already',
  message: 'The same question is being asked already.',
};
