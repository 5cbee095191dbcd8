import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import { framesPerSecond } from '../../../../../shared/contracts/vocabulary';
import { fewestFrames, framesOf, startsOf, type PlanDraft } from './plan-draft';

const Track = styled.div`
  position: relative;
  display: flex;
  height: 5.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral150};
`;
const Segment = styled.button<{ $share: number; $active: boolean }>`
  flex: ${({ $share }) => $share} 1 0;
  min-width: 0;
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  overflow: hidden;
  text-align: left;
  cursor: pointer;
  border: 0;
  border-right: 2px solid ${({ theme }) => theme.colors.neutral0};
  background: ${({ theme, $active }) => ($active ? theme.colors.primary200 : theme.colors.primary100)};
  box-shadow: ${({ theme, $active }) =>
    $active ? `inset 0 -3px 0 ${theme.colors.primary600}` : 'none'};

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;
const Handle = styled.div<{ $at: number }>`
  position: absolute;
  top: 0;
  bottom: 0;
  left: ${({ $at }) => $at * 100}%;
  width: 1.6rem;
  transform: translateX(-50%);
  cursor: ew-resize;
  touch-action: none;

  &::after {
    content: '';
    position: absolute;
    top: 30%;
    bottom: 30%;
    left: calc(50% - 2px);
    width: 4px;
    border-radius: 2px;
    background: ${({ theme }) => theme.colors.primary600};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    border-radius: ${({ theme }) => theme.borderRadius};
  }
`;

interface PlanTimelineProps {
  plan: PlanDraft;
  active: number;
  onActivate: (index: number) => void;
  /** Gives a beat another length; the next one makes up for it. */
  onRetime: (index: number, frames: number) => void;
}

const stepOf = ({ key, shiftKey }: KeyboardEvent): number => {
  const size = shiftKey ? framesPerSecond / 2 : 1;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return -size;
  return key === 'ArrowRight' || key === 'ArrowUp' ? size : 0;
};

/** The plan as a bar that is always as long as the video: cuts are moved by hand or with the arrow keys. */
export const PlanTimeline = ({ plan, active, onActivate, onRetime }: PlanTimelineProps) => {
  const t = useText();
  const { clock, seconds } = useUnits();
  const track = useRef<HTMLDivElement>(null);
  const total = framesOf(plan);
  const starts = startsOf(plan);
  const drag = (index: number) => (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !track.current) return;
    const { left, width } = track.current.getBoundingClientRect();
    const frame = Math.round(((event.clientX - left) / width) * total);
    onRetime(index, frame - starts[index]);
  };
  const nudge = (index: number) => (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    onRetime(index, plan[index].frames + step);
  };
  return (
    <Track ref={track} data-testid="plan-timeline" role="group" aria-label={t('plan.timeline')}>
      {plan.map((beat, index) => (
        <Segment
          key={beat.key}
          type="button"
          $share={beat.frames}
          $active={index === active}
          aria-current={index === active}
          onClick={() => onActivate(index)}
        >
          <Typography tag="span" variant="pi" fontWeight="bold" textColor="neutral800" ellipsis>
            {index + 1}. {beat.name}
          </Typography>
          <br />
          <Typography tag="span" variant="pi" textColor="neutral700">
            {seconds(beat.frames / framesPerSecond)}
          </Typography>
        </Segment>
      ))}
      {plan.slice(0, -1).map((beat, index) => (
        <Handle
          key={beat.key}
          $at={(starts[index] + beat.frames) / total}
          role="slider"
          tabIndex={0}
          aria-label={t('plan.cut', { number: index + 1, next: index + 2 })}
          aria-valuemin={starts[index] + fewestFrames}
          aria-valuemax={starts[index] + beat.frames + plan[index + 1].frames - fewestFrames}
          aria-valuenow={starts[index] + beat.frames}
          aria-valuetext={clock((starts[index] + beat.frames) / framesPerSecond)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag(index)}
          onKeyDown={nudge(index)}
        />
      ))}
    </Track>
  );
};
