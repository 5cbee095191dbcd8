import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowRight, Check } from '@strapi/icons';
import { useQuoteRemainingQuery, useSavePlanMutation } from '../../../api/board';
import { Notice } from '../../../components/notice';
import { useErrorText } from '../../../hooks/use-feedback';
import { useFeedback } from '../../../hooks/use-feedback';
import { usePermission } from '../../../hooks/use-permission';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type { Video } from '../../../../../shared/contracts/videos';
import { canPay } from '../price-panel';
import { useVideoAction } from '../use-video-action';
import { editOf } from './plan-draft';
import type { usePlanDraft } from './use-plan-draft';

interface PlanFooterProps {
  video: Video;
  draft: ReturnType<typeof usePlanDraft>;
}

/** What going on costs and what is left, as the plan is stored. */
const Price = ({ id }: { id: string }) => {
  const t = useText();
  const errorText = useErrorText();
  const { money } = useUnits();
  const { data: quote, error } = useQuoteRemainingQuery(id);
  if (error) return <Typography textColor="danger700">{errorText(error)}</Typography>;
  if (!quote) return null;
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography fontWeight="bold" textColor="neutral800" data-testid="plan-price">
        {quote.estimatedCostUsd === 0
          ? t('plan.price.free')
          : t('plan.price', { amount: money(quote.estimatedCostUsd) })}
      </Typography>
      <Typography variant="pi" textColor={canPay(quote) ? 'neutral600' : 'danger700'}>
        {quote.credits
          ? t('price.left', { amount: money(quote.credits.availableUsd) })
          : t('price.unlimited')}
      </Typography>
    </Flex>
  );
};

/** Saving the plan, and going on with it. */
export const PlanFooter = ({ video, draft }: PlanFooterProps) => {
  const t = useText();
  const report = useFeedback();
  const mayChange = usePermission()('createVideos');
  const { act, isLoading } = useVideoAction(video);
  const [savePlan, { isLoading: isSaving }] = useSavePlanMutation();
  const save = async () => {
    const edit = editOf(draft.plan, draft.basedOn);
    const saved = await report(savePlan({ id: video.documentId, edit }), t('plan.saved'));
    if (saved) draft.discard();
    return saved !== undefined;
  };
  const goOn = async () => {
    if (!draft.isChanged || (await save())) await act('continue');
  };
  if (!mayChange) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {draft.isBehind ? (
        <Notice
          tone="warning"
          title={t('plan.behind')}
          action={
            <Flex gap={2}>
              <Button size="S" variant="tertiary" onClick={draft.discard}>
                {t('plan.behind.theirs')}
              </Button>
              <Button size="S" variant="secondary" onClick={draft.rebase}>
                {t('plan.behind.mine')}
              </Button>
            </Flex>
          }
        >
          {t('plan.behind.detail')}
        </Notice>
      ) : null}
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Price id={video.documentId} />
        <Flex gap={2}>
          {draft.isChanged ? (
            <Button variant="tertiary" onClick={draft.discard}>
              {t('plan.discard')}
            </Button>
          ) : null}
          <Button
            variant="secondary"
            startIcon={<Check />}
            disabled={!draft.isChanged || draft.isBehind}
            loading={isSaving}
            onClick={save}
          >
            {t('plan.save')}
          </Button>
          <Button
            endIcon={<ArrowRight />}
            disabled={draft.isBehind}
            loading={isLoading}
            onClick={goOn}
          >
            {t('video.continue.plan')}
          </Button>
        </Flex>
      </Flex>
    </Flex>
  );
};
