import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Notice } from '../../../components/notice';
import { Section } from '../../../components/section';
import { newId } from '../../../hooks/new-id';
import { useText } from '../../../hooks/use-text';
import type { WebhookEndpoint } from '../../../../../shared/contracts/notices';
import { EndpointFields } from './endpoint-fields';

const most = 10;

interface EndpointsSectionProps {
  endpoints: WebhookEndpoint[];
  /** As the server knows them. */
  kept: WebhookEndpoint[];
  canSign: boolean;
  onChange: (endpoints: WebhookEndpoint[]) => void;
}

const isSame = (one: WebhookEndpoint, other: WebhookEndpoint | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Other systems that hear of events. */
export const EndpointsSection = ({ endpoints, kept, canSign, onChange }: EndpointsSectionProps) => {
  const t = useText();
  const add = () =>
    onChange([
      ...endpoints,
      { id: newId(), url: '', events: ['video.in_review'], enabled: canSign },
    ]);
  return (
    <Section look="boxed" title={t('notices.hooks')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{t('notices.hooks.hint')}</Typography>
        {canSign ? null : <Notice tone="warning">{t('notices.hooks.noSecret')}</Notice>}
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {endpoints.map((endpoint, index) => (
            <EndpointFields
              key={endpoint.id}
              endpoint={endpoint}
              number={index + 1}
              canSign={canSign}
              isKept={isSame(
                endpoint,
                kept.find(({ id }) => id === endpoint.id),
              )}
              onChange={(changed) => onChange(endpoints.with(index, changed))}
              onRemove={() => onChange(endpoints.filter((_one, at) => at !== index))}
            />
          ))}
        </Flex>
        {endpoints.length < most ? (
          <Box>
            <Button variant="tertiary" startIcon={<Plus />} onClick={add}>
              {t('notices.hook.add')}
            </Button>
          </Box>
        ) : null}
      </Flex>
    </Section>
  );
};
