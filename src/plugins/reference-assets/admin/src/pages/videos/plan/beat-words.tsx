import { useId, useState } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Textarea,
} from '@strapi/design-system';
import { useText, useWord } from '../../../hooks/use-text';
import { cameraMovements, moods, shotTypes } from '../../../../../shared/contracts/vocabulary';
import type { BeatWords, DraftBeat } from './plan-draft';

interface FieldsProps {
  beat: DraftBeat;
  onChange: (words: Partial<BeatWords>) => void;
}

const choices = [
  { field: 'shotType', group: 'shot', values: shotTypes },
  { field: 'cameraMovement', group: 'camera', values: cameraMovements },
  { field: 'mood', group: 'mood', values: moods },
] as const;

const Choices = ({ beat, onChange }: FieldsProps) => {
  const t = useText();
  const word = useWord();
  return (
    <Grid.Root gap={3}>
      {choices.map(({ field, group, values }) => (
        <Grid.Item key={field} col={4} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name={field}>
            <Field.Label>{t(`plan.${field}`)}</Field.Label>
            <SingleSelect
              size="S"
              value={beat[field]}
              onChange={(value) => onChange({ [field]: String(value) })}
            >
              {values.map((value) => (
                <SingleSelectOption key={value} value={value}>
                  {word(group, value)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
};

const Copy = ({ beat, onChange }: FieldsProps) => {
  const t = useText();
  const set = (part: 'headline' | 'callToAction', text: string) => {
    const copy = { ...beat.copy, [part]: text || undefined };
    onChange({ copy: copy.headline || copy.callToAction ? copy : null });
  };
  return (
    <Grid.Root gap={3}>
      {(['headline', 'callToAction'] as const).map((part) => (
        <Grid.Item key={part} col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name={part}>
            <Field.Label>{t(`plan.${part}`)}</Field.Label>
            <TextInput
              size="S"
              value={beat.copy?.[part] ?? ''}
              maxLength={part === 'headline' ? 120 : 60}
              onChange={({ target }: { target: { value: string } }) => set(part, target.value)}
            />
          </Field.Root>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
};

/** The words of one beat: what happens, how it is seen, what stands on the picture. */
export const BeatWordsFields = ({ beat, onChange }: FieldsProps) => {
  const t = useText();
  const id = useId();
  const [showsPrompt, setShowsPrompt] = useState(false);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="name" required>
        <Field.Label>{t('plan.name')}</Field.Label>
        <TextInput
          size="S"
          value={beat.name}
          maxLength={80}
          onChange={({ target }: { target: { value: string } }) => onChange({ name: target.value })}
        />
      </Field.Root>
      <Field.Root name="action" required>
        <Field.Label>{t('plan.action')}</Field.Label>
        <Textarea
          value={beat.action}
          maxLength={400}
          onChange={({ target }: { target: { value: string } }) =>
            onChange({ action: target.value })
          }
        />
      </Field.Root>
      <Choices beat={beat} onChange={onChange} />
      <Copy beat={beat} onChange={onChange} />
      <Box>
        <Button
          size="S"
          variant="ghost"
          aria-expanded={showsPrompt}
          aria-controls={id}
          onClick={() => setShowsPrompt(!showsPrompt)}
        >
          {t('plan.prompt.show')}
        </Button>
      </Box>
      <Box id={id} display={showsPrompt ? 'block' : 'none'}>
        <Field.Root name="prompt" required hint={t('plan.prompt.hint')}>
          <Field.Label>{t('plan.prompt')}</Field.Label>
          <Textarea
            value={beat.prompt}
            maxLength={1500}
            onChange={({ target }: { target: { value: string } }) =>
              onChange({ prompt: target.value })
            }
          />
          <Field.Hint />
        </Field.Root>
      </Box>
    </Flex>
  );
};
