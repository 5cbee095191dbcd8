import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  IconButton,
  MultiSelect,
  MultiSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useTestWebhookMutation } from '../../../api/notices';
import { Notice } from '../../../components/notice';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import {
  webhookEvents,
  type WebhookEndpoint,
  type WebhookEvent,
} from '../../../../../shared/contracts/notices';
import { useProblemText } from './use-delivery-words';

interface EndpointFieldsProps {
  endpoint: WebhookEndpoint;
  number: number;
  canSign: boolean;
  /** Whether the server knows it as it stands here. */
  isKept: boolean;
  onChange: (endpoint: WebhookEndpoint) => void;
  onRemove: () => void;
}

const tones = { owed: 'primary', delivered: 'success', failed: 'danger' } as const;

/** Sends a test and says how it went. */
const TestButton = ({ endpoint, number }: Pick<EndpointFieldsProps, 'endpoint' | 'number'>) => {
  const t = useText();
  const report = useFeedback();
  const problemText = useProblemText();
  const [test, { data, isLoading }] = useTestWebhookMutation();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Box>
        <Button
          variant="secondary"
          loading={isLoading}
          aria-label={t('notices.hook.test.of', { number })}
          onClick={() => void report(test(endpoint.id))}
        >
          {t('notices.hook.test')}
        </Button>
      </Box>
      {data ? (
        <Notice tone={tones[data.state]}>
          {problemText(data) ?? t(`notices.state.${data.state}`)}
        </Notice>
      ) : null}
    </Flex>
  );
};

/** One endpoint: where, what of, and whether at all. */
export const EndpointFields = ({
  endpoint,
  number,
  canSign,
  isKept,
  onChange,
  onRemove,
}: EndpointFieldsProps) => {
  const t = useText();
  return (
    <Box tag="li" padding={4} borderColor="neutral200" hasRadius>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" gap={3}>
          <Typography fontWeight="semiBold" textColor="neutral800">
            {t('notices.hook', { number })}
          </Typography>
          <IconButton
            variant="ghost"
            label={t('notices.hook.remove', { number })}
            onClick={onRemove}
          >
            <Trash />
          </IconButton>
        </Flex>
        <Field.Root name={`url.${endpoint.id}`} required hint={t('notices.hook.url.hint')}>
          <Field.Label>{t('notices.hook.url')}</Field.Label>
          <TextInput
            type="url"
            value={endpoint.url}
            maxLength={2000}
            onChange={({ target }: { target: HTMLInputElement }) =>
              onChange({ ...endpoint, url: target.value })
            }
          />
          <Field.Hint />
        </Field.Root>
        <Field.Root name={`events.${endpoint.id}`} required>
          <Field.Label>{t('notices.hook.events')}</Field.Label>
          <MultiSelect
            withTags={false}
            customizeContent={(events?: string[]) =>
              (events ?? []).map((event) => t(`webhook.${event as WebhookEvent}`)).join(', ')
            }
            value={endpoint.events}
            onChange={(events: string[]) =>
              onChange({ ...endpoint, events: events as WebhookEvent[] })
            }
          >
            {webhookEvents.map((event) => (
              <MultiSelectOption key={event} value={event}>
                {t(`webhook.${event}`)}
              </MultiSelectOption>
            ))}
          </MultiSelect>
        </Field.Root>
        <Checkbox
          checked={endpoint.enabled}
          disabled={!canSign && !endpoint.enabled}
          onCheckedChange={(on) => onChange({ ...endpoint, enabled: on === true })}
        >
          {t('notices.hook.enabled')}
        </Checkbox>
        {isKept ? (
          <TestButton endpoint={endpoint} number={number} />
        ) : (
          <Typography textColor="neutral600">{t('notices.hook.unsaved')}</Typography>
        )}
      </Flex>
    </Box>
  );
};
