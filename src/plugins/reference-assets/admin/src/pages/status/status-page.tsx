import { Flex, Grid } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { CalmMotion } from '../../components/calm-motion';
import { useGetStatusQuery, useKnownStatus } from '../../api/status';
import { Facts, type Fact } from '../../components/facts';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { StateBadge } from '../../components/state-badge';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { useAge } from '../../hooks/use-age';
import { useLiveEvents } from '../../hooks/use-live-events';
import { useSaid } from '../../hooks/use-said';
import { useText, type TextId, type Translate } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { PERMISSIONS } from '../../permissions';
import { CheckNow } from './check-now';
import { VendorsPanel } from './vendors-panel';
import { mendedThings, type SystemStatus } from '../../../../shared/contracts/status';

/** What loads in the server's memory tells nobody when it is there: it is asked for while it loads. */
const startMs = 10_000;

interface Panel {
  title: TextId;
  facts: Fact[];
  /** What is missing, and why. */
  notice?: string;
}

const counts = (t: Translate, prefix: string, byStatus: Record<string, number>): Fact[] =>
  Object.entries(byStatus).map(([status, count]) => [t(`${prefix}.${status}` as TextId), count]);

/** What was mended; what an older or newer version counted stays unsaid. */
const mendedOf = (t: Translate, mended: Record<string, number>): Fact[] =>
  mendedThings
    .filter((thing) => thing in mended)
    .map((thing) => [t(`status.mended.${thing}`), mended[thing]]);

/** How far the vectors of a new model are, and when they will be done; nothing while none are made. */
const reindexOf = (
  t: Translate,
  reindex: SystemStatus['reindex'],
  moment: (iso: string) => string,
): Fact[] => {
  if (!reindex) return [];
  const { from, to, done, total, estimatedEndAt } = reindex;
  return [
    [t('status.reindex'), t('status.reindex.done', { from, to, done, total })],
    [t('status.reindex.end'), estimatedEndAt && moment(estimatedEndAt)],
  ];
};

/** The status in parts. Units: seconds; `age` is how long ago it was read, by which what waits has grown older. */
const panelsOf = (
  t: Translate,
  status: SystemStatus,
  {
    seconds,
    moment,
    age,
  }: Pick<ReturnType<typeof useUnits>, 'seconds' | 'moment'> & { age: number },
): Panel[] => {
  const { database, jobs, encoder, search, matching, media, library, videos } = status;
  const missing = t('status.missing');
  return [
    {
      title: 'status.database',
      facts: [
        [t('status.version'), database.version],
        ['pgvector', database.pgvector ?? missing],
        [t('status.embedded'), t(database.embedded ? 'yes' : 'no')],
      ],
    },
    {
      title: 'status.jobs',
      facts: [
        [t('status.engine'), jobs.engine],
        [t('status.waiting'), jobs.waiting],
        [t('status.running'), jobs.running],
        [t('status.failed'), jobs.failed],
        [t('status.oldest'), jobs.waiting ? seconds(jobs.oldestSeconds + age) : null],
      ],
    },
    {
      title: 'status.reconciled',
      facts: status.reconciled
        ? [
            [t('status.reconciled.at'), moment(status.reconciled.at)],
            ...mendedOf(t, status.reconciled.mended),
          ]
        : [],
    },
    {
      title: 'status.encoder',
      facts: [
        [t('status.state'), t(`status.state.${encoder.state}` as TextId)],
        [t('status.model'), encoder.model],
        [t('status.dimension'), encoder.dimension],
        [t('status.searchBy'), search.vectors ?? t('status.words')],
        ...reindexOf(t, status.reindex, moment),
        ...search.indexes.map(({ model, rows, reason }): [string, string] => [
          `${model} (${rows})`,
          reason,
        ]),
        [t('status.overridden'), `${matching.overridden} / ${matching.chosen}`],
      ],
      notice: encoder.reason ?? search.notice,
    },
    {
      title: 'status.media',
      facts: [
        ['ffmpeg', media.ffmpeg ?? missing],
        ['ffprobe', media.ffprobe ?? missing],
      ],
      notice: media.reason,
    },
    {
      title: 'library.title',
      facts: [[t('status.total'), library.total], ...counts(t, 'analysis', library.byStatus)],
    },
    {
      title: 'videos.title',
      facts: [[t('status.total'), videos.total], ...counts(t, 'video.status', videos.byStatus)],
    },
  ];
};

const Tiers = ({ tiers }: Pick<SystemStatus, 'tiers'>) => {
  const t = useText();
  const said = useSaid();
  return (
    <Section look="boxed" title={t('tier.label')}>
      <Facts
        facts={tiers.map(({ tier, available, reason, notice }) => [
          t(`tier.${tier}` as TextId),
          <Flex key={tier} gap={3} wrap="wrap">
            <StateBadge tone={available ? 'success' : 'neutral'}>
              {t(available ? 'tier.available' : 'tier.unavailable')}
            </StateBadge>
            {said(reason ?? notice ?? '')}
          </Flex>,
        ])}
      />
    </Section>
  );
};

const StatusPage = () => {
  const t = useText();
  const errorText = useErrorText();
  const units = useUnits();
  useLiveEvents();
  const { data: known } = useKnownStatus();
  const isStarting = known?.encoder.state === 'loading' || Boolean(known?.reindex);
  const pollingInterval = isStarting ? startMs : 0;
  const query = useGetStatusQuery(undefined, { pollingInterval });
  const { data: status, error, fulfilledTimeStamp } = query;
  const age = useAge(fulfilledTimeStamp, (status?.jobs.waiting ?? 0) > 0);
  return (
    <Page.Main>
      <CalmMotion />
      <Page.Title>{t('status.title')}</Page.Title>
      <Layouts.Header
        title={t('status.title')}
        subtitle={status ? t('status.subtitle', { version: status.version }) : undefined}
      />
      <Layouts.Content>
        {error && !status ? <Notice tone="danger">{errorText(error)}</Notice> : null}
        {!status && !error ? <Waiting /> : null}
        {status ? (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Grid.Root gap={6}>
              {panelsOf(t, status, { ...units, age }).map(({ title, facts, notice }) => (
                <Grid.Item key={title} col={6} s={12} xs={12} alignItems="stretch">
                  <Section
                    look="boxed"
                    title={t(title)}
                    action={title === 'status.reconciled' ? <CheckNow /> : undefined}
                  >
                    <Flex direction="column" alignItems="stretch" gap={4}>
                      <Facts facts={facts} />
                      {notice ? <Notice>{notice}</Notice> : null}
                    </Flex>
                  </Section>
                </Grid.Item>
              ))}
            </Grid.Root>
            <Tiers tiers={status.tiers} />
            <VendorsPanel providers={status.providers} />
          </Flex>
        ) : null}
      </Layouts.Content>
    </Page.Main>
  );
};

/** What runs, with what, and what is missing; under the plugin's heading in the settings. */
export const ProtectedStatusPage = () => (
  <Page.Protect permissions={PERMISSIONS.readStatus}>
    <StatusPage />
  </Page.Protect>
);
