import { useState } from 'react';
import {
  Box,
  Button,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { useListDeliveriesQuery, useRetryDeliveryMutation } from '../../../api/notices';
import { Section } from '../../../components/section';
import { StateBadge } from '../../../components/state-badge';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText, type TextId } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type {
  Delivery,
  NotificationKind,
  WebhookEndpoint,
} from '../../../../../shared/contracts/notices';
import { useProblemText } from './use-delivery-words';

const columns = ['event', 'to', 'state', 'at', 'actions'] as const;
const tones = { owed: 'primary', delivered: 'success', failed: 'danger' } as const;
const [first, most] = [10, 100];

const useReceiver = (endpoints: WebhookEndpoint[]) => {
  const t = useText();
  return ({ channel, target }: Delivery): string => {
    if (channel === 'email')
      return t('notices.log.email', {
        name: t(`notices.kindName.${target as NotificationKind}`),
      });
    return endpoints.find(({ id }) => id === target)?.url ?? t('notices.log.removed');
  };
};

const Result = ({ delivery }: { delivery: Delivery }) => {
  const t = useText();
  const { moment } = useUnits();
  const problem = useProblemText()(delivery);
  const { state, attempts, nextAt } = delivery;
  const tries = attempts > 1 ? t('notices.log.tries', { count: attempts }) : null;
  const next = nextAt && attempts > 0 ? t('notices.log.next', { at: moment(nextAt) }) : null;
  const said = [problem, tries, next].filter(Boolean).join(' · ');
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <StateBadge tone={tones[state]}>{t(`notices.state.${state}`)}</StateBadge>
      {said ? (
        <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
          {said}
        </Typography>
      ) : null}
    </Flex>
  );
};

const Row = ({ delivery, receiver }: { delivery: Delivery; receiver: string }) => {
  const t = useText();
  const report = useFeedback();
  const { moment } = useUnits();
  const [retry, { isLoading }] = useRetryDeliveryMutation();
  const event = t(`webhook.${delivery.event}` as TextId);
  return (
    <Tr>
      <Td>
        <Typography textColor="neutral800">{event}</Typography>
      </Td>
      <Td>
        <Typography textColor="neutral800" ellipsis tag="div" style={{ maxWidth: '28rem' }}>
          {receiver}
        </Typography>
      </Td>
      <Td>
        <Result delivery={delivery} />
      </Td>
      <Td>
        <Typography textColor="neutral800">{moment(delivery.at)}</Typography>
      </Td>
      <Td>
        {delivery.state === 'delivered' ? null : (
          <Button
            size="S"
            variant="tertiary"
            loading={isLoading}
            aria-label={t('notices.log.retry.of', { event })}
            onClick={() => void report(retry(delivery.id))}
          >
            {t('notices.log.retry')}
          </Button>
        )}
      </Td>
    </Tr>
  );
};

/** What was sent to whom, how it went, and another try. */
export const DeliveriesSection = ({ endpoints }: { endpoints: WebhookEndpoint[] }) => {
  const t = useText();
  const receiverOf = useReceiver(endpoints);
  const [pageSize, setPageSize] = useState(first);
  const { data } = useListDeliveriesQuery({ pageSize });
  if (!data) return null;
  const { total } = data.meta.pagination;
  return (
    <Section look="boxed" title={t('notices.log')}>
      {data.data.length === 0 ? (
        <Typography textColor="neutral600">{t('notices.log.none')}</Typography>
      ) : (
        <Table colCount={columns.length} rowCount={data.data.length + 1}>
          <Thead>
            <Tr>
              {columns.map((name) => (
                <Th key={name}>
                  <Typography variant="sigma">{t(`notices.log.${name}`)}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {data.data.map((delivery) => (
              <Row key={delivery.id} delivery={delivery} receiver={receiverOf(delivery)} />
            ))}
          </Tbody>
        </Table>
      )}
      {total > data.data.length && pageSize < most ? (
        <Box paddingTop={4}>
          <Button variant="tertiary" onClick={() => setPageSize(most)}>
            {t('notices.log.more')}
          </Button>
        </Box>
      ) : null}
    </Section>
  );
};
