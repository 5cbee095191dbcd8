import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { styled } from 'styled-components';
import { Section } from '../../../components/section';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import { framesPerSecond } from '../../../../../shared/contracts/vocabulary';
import type { Video } from '../../../../../shared/contracts/videos';
import { BeatTools } from './beat-tools';
import { BeatWordsFields } from './beat-words';
import { PlanCard } from './plan-card';
import { framesOf, moved, retimed, reworded, startsOf } from './plan-draft';
import { PlanFooter } from './plan-footer';
import { PlanTimeline } from './plan-timeline';
import { usePlanDraft } from './use-plan-draft';

const Strip = styled.ol`
  display: flex;
  gap: ${({ theme }) => theme.spaces[3]};
  margin: 0;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[1]} ${theme.spaces[3]}`};
  overflow-x: auto;
  list-style: none;
`;

/** The plan before anything of it is paid for: beats as cards on a timeline that always adds up. */
export const PlanEditor = ({ video }: { video: Video }) => {
  const t = useText();
  const { seconds } = useUnits();
  const draft = usePlanDraft(video);
  const { plan, change } = draft;
  const [chosen, setActive] = useState(0);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const active = Math.min(chosen, plan.length - 1);
  const starts = startsOf(plan);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= plan.length || to === from) return;
    change(moved(plan, from, to));
    setActive(to);
  };
  const drop = (to: number) => {
    if (dragged !== null) move(dragged, to);
    setDragged(null);
    setOver(null);
  };
  return (
    <Section
      look="boxed"
      title={t('plan.title')}
      action={
        <Flex gap={4}>
          <Typography variant="pi" textColor="neutral600" role="status">
            {t('plan.sum', {
              count: plan.length,
              length: seconds(framesOf(plan) / framesPerSecond),
            })}
          </Typography>
          <Button
            size="S"
            variant="tertiary"
            startIcon={<ArrowsCounterClockwise />}
            disabled={!draft.canUndo}
            onClick={draft.undo}
          >
            {t('plan.undo')}
          </Button>
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4} data-testid="plan-editor">
        <PlanTimeline
          plan={plan}
          active={active}
          onActivate={setActive}
          onRetime={(index, frames) => change(retimed(plan, index, frames))}
        />
        <Strip aria-label={t('plan.beats')} tabIndex={0}>
          {plan.map((beat, index) => (
            <PlanCard
              key={beat.key}
              beat={beat}
              index={index}
              count={plan.length}
              startFrame={starts[index]}
              isActive={index === active}
              isOver={over === index && dragged !== null && dragged !== index}
              onActivate={() => setActive(index)}
              onMove={(to) => move(index, to)}
              onDragStart={() => setDragged(index)}
              onDragOver={() => setOver(index)}
              onDrop={() => drop(index)}
            />
          ))}
        </Strip>
        <Box background="neutral100" padding={4} hasRadius>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <BeatTools plan={plan} index={active} onChange={change} />
            <BeatWordsFields
              key={plan[active].key}
              beat={plan[active]}
              onChange={(words) => change(reworded(plan, active, words))}
            />
          </Flex>
        </Box>
        <PlanFooter video={video} draft={draft} />
      </Flex>
    </Section>
  );
};
