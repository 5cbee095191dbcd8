import type { DragEvent, KeyboardEvent } from 'react';
import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight, Drag } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText, useWord } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import { framesPerSecond } from '../../../../../shared/contracts/vocabulary';
import type { DraftBeat } from './plan-draft';

const Card = styled.li<{ $active: boolean; $over: boolean }>`
  display: flex;
  flex-direction: column;
  flex: 0 0 20rem;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => theme.spaces[3]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid
    ${({ theme, $active, $over }) =>
      $active || $over ? theme.colors.primary600 : theme.colors.neutral200};
  box-shadow: ${({ theme, $active }) =>
    $active ? `0 0 0 1px ${theme.colors.primary600}` : theme.shadows.tableShadow};
`;
const Pick = styled.button`
  all: unset;
  display: flex;
  flex: 1;
  flex-direction: column;
  min-width: 0;
  cursor: pointer;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;
const Clamped = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  overflow: hidden;
`;
const Grip = styled.span`
  display: inline-flex;
  cursor: grab;
  color: ${({ theme }) => theme.colors.neutral500};
`;

interface PlanCardProps {
  beat: DraftBeat;
  index: number;
  count: number;
  startFrame: number;
  isActive: boolean;
  isOver: boolean;
  onActivate: () => void;
  onMove: (to: number) => void;
  onDragStart: () => void;
  onDragOver: () => void;
  onDrop: () => void;
}

/** One beat of the plan as a card: dragged, or moved with Alt and the arrow keys. */
export const PlanCard = (props: PlanCardProps) => {
  const { beat, index, count, startFrame, isActive, isOver, onActivate, onMove } = props;
  const t = useText();
  const word = useWord();
  const { clock, seconds } = useUnits();
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    onMove(index + (event.key === 'ArrowLeft' ? -1 : 1));
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    props.onDragOver();
  };
  return (
    <Card
      $active={isActive}
      $over={isOver}
      draggable
      data-testid="plan-card"
      onDragStart={props.onDragStart}
      onDragOver={hover}
      onDrop={props.onDrop}
      onKeyDown={keys}
    >
      <Flex justifyContent="space-between" gap={2}>
        <Grip aria-hidden>
          <Drag />
        </Grip>
        <Typography variant="pi" textColor="neutral600">
          {clock(startFrame / framesPerSecond)} · {seconds(beat.frames / framesPerSecond)}
        </Typography>
      </Flex>
      <Pick type="button" aria-pressed={isActive} onClick={onActivate}>
        <Typography tag="h3" variant="omega" fontWeight="bold" textColor="neutral800">
          {t('beat.title', { number: index + 1, name: beat.name })}
        </Typography>
        <Clamped tag="p" variant="pi" textColor="neutral700" paddingTop={1}>
          {beat.action}
        </Clamped>
      </Pick>
      <Typography variant="pi" textColor="neutral600">
        {[word('shot', beat.shotType), word('camera', beat.cameraMovement)].join(' · ')}
      </Typography>
      <Flex gap={1}>
        <IconButton
          size="XS"
          variant="ghost"
          label={t('plan.earlier', { number: index + 1 })}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          <ArrowLeft />
        </IconButton>
        <IconButton
          size="XS"
          variant="ghost"
          label={t('plan.later', { number: index + 1 })}
          disabled={index === count - 1}
          onClick={() => onMove(index + 1)}
        >
          <ArrowRight />
        </IconButton>
      </Flex>
    </Card>
  );
};
