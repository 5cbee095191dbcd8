import { useId } from 'react';
import { Button, Flex, NumberInput, Typography } from '@strapi/design-system';
import { Clock, Scissors, Stack } from '@strapi/icons';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import { framesPerSecond } from '../../../../../shared/contracts/vocabulary';
import { canSplit, merged, retimed, split, type PlanDraft } from './plan-draft';

interface BeatToolsProps {
  plan: PlanDraft;
  index: number;
  onChange: (plan: PlanDraft) => void;
}

/** Length of the chosen beat, and what cuts it in two or joins it with the next. */
export const BeatTools = ({ plan, index, onChange }: BeatToolsProps) => {
  const t = useText();
  const { seconds } = useUnits();
  const id = useId();
  const beat = plan[index];
  const spare = (count: number) => `${beat.key}-${plan.length}-${count}`;
  return (
    <Flex gap={4} wrap="wrap" justifyContent="space-between">
      <Typography tag="h3" variant="delta" textColor="neutral800">
        {t('beat.title', { number: index + 1, name: beat.name })}
      </Typography>
      <Flex gap={3} wrap="wrap">
        <Flex gap={2}>
          <Clock aria-hidden />
          <Typography tag="label" htmlFor={id} variant="pi" textColor="neutral700">
            {t('plan.length')}
          </Typography>
          <NumberInput
            id={id}
            size="S"
            step={0.1}
            value={beat.frames / framesPerSecond}
            disabled={plan.length === 1}
            aria-description={seconds(beat.frames / framesPerSecond)}
            onValueChange={(value) => {
              if (value !== undefined) onChange(retimed(plan, index, value * framesPerSecond));
            }}
          />
        </Flex>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Scissors />}
          disabled={!canSplit(beat)}
          onClick={() => onChange(split(plan, index, spare(Date.now())))}
        >
          {t('plan.split')}
        </Button>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Stack />}
          disabled={index === plan.length - 1}
          onClick={() => onChange(merged(plan, index))}
        >
          {t('plan.merge')}
        </Button>
      </Flex>
    </Flex>
  );
};
