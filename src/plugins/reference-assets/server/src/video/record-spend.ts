import type { PriceLine } from '../../../shared/contracts/prices';
import { priceUnit } from '../money/quote';
import type { StepModel } from '../money/offers';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';

/**
 * Writes what a step on this machine cost into the ledger, once for each thing made: `key` names it within its video.
 *
 * Free local steps are written too: the ledger says what ran.
 */
export const recordSpend = async (
  { ledger }: Pick<Stores, 'ledger'>,
  video: VideoRow,
  { step, model }: { step: PriceLine['step']; model: StepModel },
  made: { key: string; beat?: BeatRow },
): Promise<void> => {
  const { units, unitUsd, usd } = priceUnit({ step, model, asked: {} });
  await ledger.write({
    entryKey: `${video.documentId}/${made.key}`,
    step,
    provider: model.provider,
    model: model.model,
    units,
    unitUsd,
    costUsd: usd,
    video: video.documentId,
    beat: made.beat?.documentId,
    owner: video.owner,
  });
};
