import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { StateBadge } from '../../../components/state-badge';
import { Notice } from '../../../components/notice';
import { useReason } from '../../../hooks/use-reason';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type { BeatBoard, BeatChange } from '../../../../../shared/contracts/board';
import type { Beat } from '../../../../../shared/contracts/beats';
import { BeatBadge } from '../video-state';

interface BeatStateProps {
  beat: Beat;
  board?: BeatBoard;
  onChange?: (change: BeatChange) => void;
}

/** Where a beat stands: what runs and since when, what is stale, what failed and why, with the way on. */
export const BeatState = ({ beat, board, onChange }: BeatStateProps) => {
  const t = useText();
  const { ago } = useUnits();
  const reason = useReason();
  const order = board?.order;
  const stale = board?.stale;
  const isStale = stale ? stale.still || stale.clip || stale.overlay : false;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} wrap="wrap">
        <BeatBadge status={beat.status} />
        {isStale ? <StateBadge tone="warning">{t('board.stale')}</StateBadge> : null}
      </Flex>
      {order ? (
        <Typography variant="pi" textColor="neutral600" role="status">
          {t('board.order', {
            provider: order.provider,
            model: order.model,
            since: ago(order.since),
            attempt: order.attempt,
          })}
        </Typography>
      ) : null}
      {isStale ? (
        <Flex gap={2} justifyContent="space-between">
          <Typography variant="pi" textColor="neutral600">
            {stale?.reason ?? t('board.stale.detail')}
          </Typography>
          {onChange && !stale?.reason ? (
            <Button size="S" variant="tertiary" onClick={() => onChange({ do: 'refresh' })}>
              {t('board.refresh')}
            </Button>
          ) : null}
        </Flex>
      ) : null}
      {beat.error ? (
        <Notice
          tone="danger"
          action={
            onChange ? (
              <Button
                size="S"
                variant="tertiary"
                startIcon={<ArrowClockwise />}
                onClick={() => onChange({ do: 'refresh' })}
              >
                {t('action.retry')}
              </Button>
            ) : null
          }
        >
          {reason(beat.error)}
        </Notice>
      ) : null}
    </Flex>
  );
};
