import { Flex, Typography } from '@strapi/design-system';
import { Bars, type Bar } from '../../components/charts/bars';
import { FigureLink } from '../../components/figure-link';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { useReach } from '../../hooks/use-reach';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import type { Dashboard } from '../../../../shared/contracts/dashboard';

/** What waits and runs, and what lies on disk; each leads to where it is seen to. */
export const Operation = ({ figures }: { figures: Dashboard }) => {
  const t = useText();
  const { number, bytes, seconds } = useUnits();
  const { queue, storage } = figures;
  const status = useReach()('/settings/reference-assets/status');
  const oldest = queue.waiting ? seconds(queue.oldestSeconds) : '–';
  const line = (key: string, label: string, value: number, text: string, to?: string): Bar => ({
    ...{ key, label, value, text },
    ...(to && { to }),
  });
  return (
    <Section look="boxed" title={t('dashboard.operation')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography tag="h3" variant="delta" textColor="neutral800">
          {t('dashboard.queue')}
        </Typography>
        <Bars
          label={t('dashboard.queue')}
          bars={[
            line('waiting', t('status.waiting'), queue.waiting, number(queue.waiting), status),
            line('running', t('status.running'), queue.running, number(queue.running), status),
          ]}
        />
        <Facts
          facts={[
            [t('status.oldest'), status ? <FigureLink to={status}>{oldest}</FigureLink> : oldest],
          ]}
        />
        <Typography tag="h3" variant="delta" textColor="neutral800">
          {t('dashboard.storage')}
        </Typography>
        <Bars
          label={t('dashboard.storage')}
          bars={[
            line(
              'library',
              t('dashboard.storage.library'),
              storage.libraryBytes,
              bytes(storage.libraryBytes),
              `${BASE_PATH}/library`,
            ),
            line(
              'generated',
              t('dashboard.storage.generated'),
              storage.generatedBytes,
              bytes(storage.generatedBytes),
              `${BASE_PATH}/videos?made=true`,
            ),
          ]}
        />
      </Flex>
    </Section>
  );
};
