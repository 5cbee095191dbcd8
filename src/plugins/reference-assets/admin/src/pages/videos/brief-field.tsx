import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useText, type TextId } from '../../hooks/use-text';

const examples: TextId[] = ['brief.example.one', 'brief.example.two', 'brief.example.three'];

interface BriefFieldProps {
  prompt: string;
  onChange: (prompt: string) => void;
}

/** What the video should show, in the person's own words, with briefs to start from. */
export const BriefField = ({ prompt, onChange }: BriefFieldProps) => {
  const t = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name="prompt" required hint={t('brief.hint')}>
        <Field.Label>{t('brief.label')}</Field.Label>
        <Textarea
          value={prompt}
          maxLength={4000}
          placeholder={t('brief.placeholder')}
          onChange={({ target }) => onChange(target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography variant="pi" textColor="neutral600">
          {t('brief.examples')}
        </Typography>
        <Flex gap={2} wrap="wrap">
          {examples.map((id) => (
            <Button key={id} size="S" variant="tertiary" onClick={() => onChange(t(id))}>
              {t(`${id}.short` as TextId)}
            </Button>
          ))}
        </Flex>
      </Flex>
    </Flex>
  );
};
