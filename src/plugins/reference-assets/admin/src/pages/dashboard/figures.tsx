import type { ReactNode } from 'react';
import { Flex, Grid, Typography } from '@strapi/design-system';
import { BarKeys, Bars, type Bar } from '../../components/charts/bars';
import { Columns } from '../../components/charts/columns';
import { Section } from '../../components/section';
import { usePermission } from '../../hooks/use-permission';
import { useText, useWord, type TextId } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import type { Dashboard } from '../../../../shared/contracts/dashboard';
import { Failures } from './failures';
import { KeyFigures } from './key-figures';
import { Operation } from './operation';
import { Spending } from './spending';

/** One of two columns, each as long as what stands in it. */
const Half = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
    {children}
  </Grid.Item>
);

/** Bars of the videos and of the judgement people gave. */
const useBars = (figures: Dashboard) => {
  const t = useText();
  const word = useWord();
  const { number, percent } = useUnits();
  const videos = `${BASE_PATH}/videos?days=${figures.days}`;
  const stages = figures.videosByStage.map(({ key, count }): Bar => ({
    key,
    label: t(`video.status.${key}` as TextId),
    value: count,
    text: number(count),
    to: `${videos}&state=${key}`,
  }));
  const tiers = figures.videosByTier.map(({ key, count }): Bar => ({
    key,
    label: word('tier', key),
    value: count,
    text: number(count),
    to: `${videos}&tier=${key}`,
  }));
  const matching = figures.matching.map(({ from, chosen, overridden }): Bar => ({
    key: String(from),
    label: t('dashboard.matching.band', { from: percent(from), to: percent(from + 0.2) }),
    value: chosen,
    share: chosen ? overridden / chosen : 0,
    text: t('dashboard.matching.text', { overridden, chosen }),
    to: `${videos}&sure=${from}`,
  }));
  const corrections = figures.corrections.map(({ field, analysed, corrected }): Bar => {
    const right = analysed ? 1 - corrected / analysed : 0;
    return {
      key: field,
      label: t(`dashboard.field.${field}`),
      value: right,
      text: analysed ? percent(right) : '–',
      to: `${BASE_PATH}/library?state=done&corrected=${field}`,
    };
  });
  const assets = figures.library.top.map(({ documentId, name, count }): Bar => ({
    key: documentId,
    label: name,
    value: count,
    text: number(count),
    to: `${BASE_PATH}/library?asset=${documentId}`,
  }));
  return { stages, tiers, matching, corrections, assets };
};

const None = ({ id }: { id: TextId }) => {
  const t = useText();
  return <Typography textColor="neutral600">{t(id)}</Typography>;
};

const VideoFigures = ({
  figures,
  bars,
}: {
  figures: Dashboard;
  bars: ReturnType<typeof useBars>;
}) => {
  const t = useText();
  const { number, day } = useUnits();
  return (
    <Section look="boxed" title={t('dashboard.videos')}>
      {bars.stages.length === 0 ? (
        <None id="dashboard.videos.none" />
      ) : (
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Columns
            label={t('dashboard.videos.byDay')}
            columns={figures.videosByDay.map(({ key, count }) => ({
              key,
              label: day(key),
              value: count,
              text: number(count),
              to: `${BASE_PATH}/videos?orderedOn=${key}`,
            }))}
          />
          <Bars label={t('dashboard.videos.byStage')} bars={bars.stages} />
          <Typography tag="h3" variant="delta" textColor="neutral800">
            {t('tier.label')}
          </Typography>
          <Bars label={t('tier.label')} bars={bars.tiers} />
        </Flex>
      )}
    </Section>
  );
};

const Matching = ({ bars }: { bars: Bar[] }) => {
  const t = useText();
  return (
    <Section look="boxed" title={t('dashboard.matching')}>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={3}>
        {t('dashboard.matching.hint')}
      </Typography>
      {bars.length === 0 ? (
        <None id="dashboard.matching.none" />
      ) : (
        <>
          <BarKeys whole={t('dashboard.legend.chosen')} marked={t('dashboard.legend.changed')} />
          <Bars label={t('dashboard.matching')} bars={bars} />
        </>
      )}
    </Section>
  );
};

const Accuracy = ({ bars }: { bars: Bar[] }) => {
  const t = useText();
  return (
    <Section look="boxed" title={t('dashboard.corrections')}>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={3}>
        {t('dashboard.corrections.hint')}
      </Typography>
      <Bars label={t('dashboard.corrections')} bars={bars} most={1} />
    </Section>
  );
};

/** Which assets videos are made of, and how much of the library that is. */
const MostUsed = ({ library, bars }: Pick<Dashboard, 'library'> & { bars: Bar[] }) => {
  const t = useText();
  const { percent } = useUnits();
  const share = library.total ? library.used / library.total : 0;
  return (
    <Section look="boxed" title={t('dashboard.library.top')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Bars
          label={t('dashboard.library.used')}
          most={1}
          bars={[
            {
              key: 'used',
              label: t('dashboard.library.used'),
              value: share,
              text: library.total ? percent(share) : '–',
              to: `${BASE_PATH}/library?order=used`,
            },
          ]}
        />
        <Bars label={t('dashboard.library.top')} bars={bars} />
      </Flex>
    </Section>
  );
};

/** All figures of the dashboard. */
export const FiguresOf = ({ figures }: { figures: Dashboard }) => {
  const may = usePermission();
  const bars = useBars(figures);
  const { library, days } = figures;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <KeyFigures business={figures.business} days={days} />
      <Grid.Root gap={6}>
        <Half>
          {may('readMoney') ? <Spending days={days} /> : null}
          <Matching bars={bars.matching} />
          <Failures failures={figures.failures} failed={figures.failed} days={days} />
          <MostUsed library={library} bars={bars.assets} />
        </Half>
        <Half>
          <VideoFigures figures={figures} bars={bars} />
          <Accuracy bars={bars.corrections} />
          <Operation figures={figures} />
        </Half>
      </Grid.Root>
    </Flex>
  );
};
