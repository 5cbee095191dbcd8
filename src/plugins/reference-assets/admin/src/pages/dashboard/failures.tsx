import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { AgainButton } from '../../components/again-button';
import { useMoveVideoMutation } from '../../api/videos';
import { Bars } from '../../components/charts/bars';
import { Section } from '../../components/section';
import { useFeedback } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useReason } from '../../hooks/use-reason';
import { useText } from '../../hooks/use-text';
import { useWhy } from '../../hooks/use-why';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import type { Dashboard, FailedVideo } from '../../../../shared/contracts/dashboard';

const Failed = ({ video }: { video: FailedVideo }) => {
  const t = useText();
  const report = useFeedback();
  const { ago } = useUnits();
  const reason = useReason();
  const mayRetry = usePermission()('retryVideos');
  const [move, { isLoading }] = useMoveVideoMutation();
  const retry = () =>
    report(move({ id: video.documentId, action: 'retry' }), t('video.retry.done'));
  return (
    <Flex tag="li" gap={4} justifyContent="space-between" alignItems="flex-start">
      <Flex direction="column" alignItems="flex-start" minWidth={0}>
        <Typography textColor="primary600">
          <Link to={`${BASE_PATH}/videos/${video.documentId}`} style={{ color: 'inherit' }}>
            {video.prompt}
          </Link>
        </Typography>
        <Typography variant="pi" textColor="neutral700">
          {reason(video)} · {ago(video.at)}
        </Typography>
      </Flex>
      {mayRetry ? (
        <AgainButton isLoading={isLoading} onClick={retry}>
          {t('action.retry')}
        </AgainButton>
      ) : null}
    </Flex>
  );
};

/** Orders that were about assets alone: what of them stands failed is in the library. */
const failedAssets = `${BASE_PATH}/library?state=failed`;
const videosOf = (provider: string, code: string, days: number): string => {
  const query = { failure: `${provider}:${code}`, failureDays: String(days) };
  return `${BASE_PATH}/videos?${new URLSearchParams(query).toString()}`;
};

/** What failed, by whom and why, and what stands failed now with the way on. */
export const Failures = ({
  failures,
  failed,
  days,
}: Pick<Dashboard, 'failures' | 'failed' | 'days'>) => {
  const t = useText();
  const why = useWhy();
  const { number } = useUnits();
  return (
    <Section look="boxed" title={t('dashboard.failures')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {failures.length === 0 && failed.length === 0 ? (
          <Typography textColor="neutral600">{t('dashboard.failures.none')}</Typography>
        ) : null}
        <Bars
          label={t('dashboard.failures')}
          bars={failures.map(({ provider, code, count, inVideos }) => ({
            key: `${provider} ${code}`,
            label: `${provider}: ${why(code)}`,
            value: count,
            text: number(count),
            to: inVideos > 0 ? videosOf(provider, code, days) : failedAssets,
          }))}
        />
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {failed.map((video) => (
            <Failed key={video.documentId} video={video} />
          ))}
        </Flex>
      </Flex>
    </Section>
  );
};
