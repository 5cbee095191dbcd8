import { errors } from '@strapi/utils';
import type { Shortage } from '../../shared/contracts/money';
import { ProviderError } from './errors';
import { InsufficientCreditsError } from './money/insufficient-credits';

/** A failure in words that may be shown to people, and whether trying again can help. */
export interface Failure {
  code: string;
  message: string;
  retryable: boolean;
  /** How long the vendor asks to be left alone, ms. */
  retryAfterMs?: number;
  /** By how much an account did not cover it. */
  shortage?: Shortage;
  /** For the log only; empty where the message says it all. */
  trace: string;
}

/** Errors that carry a closed `code` and a message written for people. */
interface CodedError extends Error {
  code: string;
}
const spokenNames = new Set([
  'MediaRefusal',
  'MediaToolError',
  'StepFailure',
  'PaymentRequiredError',
]);

const isSpoken = (error: unknown): error is CodedError =>
  error instanceof Error &&
  spokenNames.has(error.name) &&
  typeof (error as CodedError).code === 'string';

/**
 * Tells what to show for a failure. Messages that our own code wrote are shown; those of drivers and libraries are
 * not, because they may hold rows, paths or secrets: the log has them.
 */
export const describeFailure = (error: unknown): Failure => {
  if (error instanceof ProviderError) {
    const { code, message, retryable, retryAfterMs } = error;
    return { code, message, retryable, ...(retryAfterMs && { retryAfterMs }), trace: '' };
  }
  if (isSpoken(error)) {
    const { code, message } = error;
    const shortage = error instanceof InsufficientCreditsError && { shortage: error.details };
    return { code, message, retryable: false, ...shortage, trace: '' };
  }
  if (error instanceof errors.ApplicationError) {
    return { code: error.name, message: error.message, retryable: false, trace: '' };
  }
  const trace = error instanceof Error ? `\n${error.stack ?? error.message}` : `\n${String(error)}`;
  return {
    code: 'internal',
    message: 'Something went wrong on our side; the server log says what.',
    retryable: true,
    trace,
  };
};
