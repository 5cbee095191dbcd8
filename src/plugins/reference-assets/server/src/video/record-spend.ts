import type { PriceLine } from '../../../shared/contracts/videos';
import type { QuoteMaker } from '../money/quote';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';

/**
 * Writes what a step cost into the ledger, once for each thing made: `key` names it within its video.
 *
 * Free local steps are written too: the ledger says what ran.
 */
export const recordSpend = async (
  { ledger, quote }: Pick<Stores, 'ledger'> & { quote: QuoteMaker },
  video: VideoRow,
  step: PriceLine['step'],
  made: { key: string; beat?: BeatRow },
): Promise<void> => {
  const model = quote.modelsOf(video.qualityTier)[step];
  const { provider, units, unitUsd, totalUsd } = quote.line(step, model, 1);
  await ledger.write({
    entryKey: `${video.documentId}/${made.key}`,
    step,
    provider,
    model,
    units,
    unitUsd,
    costUsd: totalUsd,
    video: video.documentId,
    beat: made.beat?.documentId,
    owner: video.owner,
  });
};
