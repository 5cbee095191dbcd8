import { ProviderError, StepFailure } from '../../errors';
import type { PaidNeeds } from './needs';
import { pausedNotice, stopsQueue } from './failures';

type Needs = Pick<PaidNeeds, 'pauses' | 'log'>;

/** Leaves a vendor alone that takes nothing from anybody, and alerts operators; people are told neutrally elsewhere. */
export const stopQueue = async ({ pauses, log }: Needs, error: ProviderError): Promise<void> => {
  await pauses.pause(error.provider, error.code, error.message);
  log.error(`${error.provider} takes no orders: ${error.message}`);
};

/** Throws: `StepFailure` `provider-paused` while a vendor is left alone. */
export const demandOpen = async (
  { pauses }: Pick<Needs, 'pauses'>,
  provider: string,
): Promise<void> => {
  const pause = await pauses.find(provider);
  if (pause && pause.leftMs > 0) throw new StepFailure(pausedNotice.code, pausedNotice.message);
};

/**
 * Does what a vendor is asked to do, unless it is left alone; a refusal that stops its queue is told neutrally.
 *
 * Throws: `StepFailure` `provider-paused`; what `ask` throws otherwise.
 */
export const whileOpen = async <T>(
  needs: Needs,
  provider: string,
  ask: () => Promise<T>,
): Promise<T> => {
  await demandOpen(needs, provider);
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ProviderError) || !stopsQueue(error)) throw error;
    await stopQueue(needs, error);
    throw new StepFailure(pausedNotice.code, pausedNotice.message);
  }
};
