import type { ReactNode } from 'react';
import { Flex, Grid, Typography } from '@strapi/design-system';
import { Bars, type Bar } from '../../components/charts/bars';
import { Columns } from '../../components/charts/columns';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { usePermission } from '../../hooks/use-permission';
import { useText, useWord, type TextId } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import type { Dashboard } from '../../../../shared/contracts/dashboard';
import { Failures } from './failures';
import { KeyFigures } from './key-figures';
import { Spending } from './spending';

const Half = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** Bars of the videos and of the judgement people gave. */
const useBars = (figures: Dashboard) => {
  const t = useText();
  const word = useWord();
  const { number, percent } = useUnits();
  const videos = `${BASE_PATH}/videos`;
  const stages = figures.videosByStage.map(({ key, count }): Bar => ({
    key,
    label: t(`video.status.${key}` as TextId),
    value: count,
    text: number(count),
    to: `${videos}?state=${key}`,
  }));
  const tiers = figures.videosByTier.map(({ key, count }): Bar => ({
    key,
    label: word('tier', key),
    value: count,
    text: number(count),
    to: videos,
  }));
  const matching = figures.matching.map(({ from, chosen, overridden }): Bar => ({
    key: String(from),
    label: t('dashboard.matching.band', { from: percent(from), to: percent(from + 0.2) }),
    value: chosen,
    share: chosen ? overridden / chosen : 0,
    text: t('dashboard.matching.text', { overridden, chosen }),
    to: videos,
  }));
  const corrections = figures.corrections.map(({ field, analysed, corrected }): Bar => {
    const right = analysed ? 1 - corrected / analysed : 0;
    return {
      key: field,
      label: t(`dashboard.field.${field}` as TextId),
      value: right,
      text: analysed ? percent(right) : '–',
      to: `${BASE_PATH}/library`,
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

/** All figures of the dashboard. */
export const FiguresOf = ({ figures }: { figures: Dashboard }) => {
  const t = useText();
  const may = usePermission();
  const { number, bytes, seconds, percent, day } = useUnits();
  const { stages, tiers, matching, corrections, assets } = useBars(figures);
  const { queue, storage, library } = figures;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <KeyFigures business={figures.business} />
      <Grid.Root gap={6}>
        {may('readMoney') ? (
          <Half>
            <Spending days={figures.days} />
          </Half>
        ) : null}
        <Half>
          <Section look="boxed" title={t('dashboard.videos')}>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Columns
                label={t('dashboard.videos.byDay')}
                columns={figures.videosByDay.map(({ key, count }) => ({
                  key,
                  label: day(key),
                  value: count,
                  text: number(count),
                }))}
              />
              <Bars label={t('dashboard.videos.byStage')} bars={stages} />
              <Typography tag="h3" variant="delta" textColor="neutral800">
                {t('tier.label')}
              </Typography>
              <Bars label={t('tier.label')} bars={tiers} />
            </Flex>
          </Section>
        </Half>
        <Half>
          <Section look="boxed" title={t('dashboard.matching')}>
            <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={3}>
              {t('dashboard.matching.hint')}
            </Typography>
            <Bars label={t('dashboard.matching')} bars={matching} />
          </Section>
        </Half>
        <Half>
          <Section look="boxed" title={t('dashboard.corrections')}>
            <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={3}>
              {t('dashboard.corrections.hint')}
            </Typography>
            <Bars label={t('dashboard.corrections')} bars={corrections} />
          </Section>
        </Half>
        <Half>
          <Failures failures={figures.failures} failed={figures.failed} />
        </Half>
        <Half>
          <Section look="boxed" title={t('dashboard.operation')}>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Facts
                facts={[
                  [t('status.waiting'), number(queue.waiting)],
                  [t('status.running'), number(queue.running)],
                  [t('status.oldest'), queue.waiting ? seconds(queue.oldestSeconds) : '–'],
                  [t('dashboard.storage.library'), bytes(storage.libraryBytes)],
                  [t('dashboard.storage.generated'), bytes(storage.generatedBytes)],
                  [
                    t('dashboard.library.used'),
                    library.total ? percent(library.used / library.total) : '–',
                  ],
                ]}
              />
              <Typography tag="h3" variant="delta" textColor="neutral800">
                {t('dashboard.library.top')}
              </Typography>
              <Bars label={t('dashboard.library.top')} bars={assets} />
            </Flex>
          </Section>
        </Half>
      </Grid.Root>
    </Flex>
  );
};
