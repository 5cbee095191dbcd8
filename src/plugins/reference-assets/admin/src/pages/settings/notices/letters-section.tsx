import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useTestMailMutation } from '../../../api/notices';
import { Notice } from '../../../components/notice';
import { Section } from '../../../components/section';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import { notificationKinds, type NotificationKind } from '../../../../../shared/contracts/notices';

interface LettersSectionProps {
  kinds: NotificationKind[];
  provider: string | null;
  onChange: (kinds: NotificationKind[]) => void;
}

/** What people are written about, and to whom. */
export const LettersSection = ({ kinds, provider, onChange }: LettersSectionProps) => {
  const t = useText();
  const report = useFeedback();
  const [test, { isLoading }] = useTestMailMutation();
  const toggle = (kind: NotificationKind, on: boolean) =>
    onChange(notificationKinds.filter((one) => (one === kind ? on : kinds.includes(one))));
  return (
    <Section
      look="boxed"
      title={t('notices.people')}
      action={
        provider ? (
          <Button
            variant="secondary"
            loading={isLoading}
            onClick={() => void report(test(), t('notices.mail.sent'))}
          >
            {t('notices.mail.test')}
          </Button>
        ) : null
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{t('notices.people.hint')}</Typography>
        {provider ? (
          <Typography textColor="neutral600">
            {t('notices.mail.provider', { name: provider })}
          </Typography>
        ) : (
          <Notice tone="warning">{t('notices.mail.none')}</Notice>
        )}
        {notificationKinds.map((kind) => (
          <Checkbox
            key={kind}
            checked={kinds.includes(kind)}
            // What was turned on while there was a provider can be turned off.
            disabled={!provider && !kinds.includes(kind)}
            onCheckedChange={(on) => toggle(kind, on === true)}
          >
            {t(`notices.kind.${kind}`)}
          </Checkbox>
        ))}
      </Flex>
    </Section>
  );
};
