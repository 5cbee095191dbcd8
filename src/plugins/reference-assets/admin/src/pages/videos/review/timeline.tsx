import { Box, Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import { rangeColors } from '../../../components/range-colors';
import { useText } from '../../../hooks/use-text';
import type { ReviewComment } from '../../../../../shared/contracts/reviews';
import type { Beat } from '../../../../../shared/contracts/beats';
import { timecode } from '../../../../../shared/timecode';
import type { Film } from './use-film';

/** First and last frame that a comment is to be about; null while the range is open or there is none. */
export interface Range {
  from: number;
  to: number | null;
}

interface TimelineProps {
  film: Film;
  beats: Beat[];
  comments: ReviewComment[];
  range: Range | null;
  onPick: (comment: ReviewComment) => void;
}

const Track = styled.div<{ $empty: boolean }>`
  position: relative;
  height: ${({ $empty }) => ($empty ? 0 : '2.8rem')};
`;
const Beats = styled.ol`
  display: flex;
  gap: 2px;
  margin: 0;
  padding: 0;
  list-style: none;

  li {
    min-width: 0;
    overflow: hidden;
    padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral150};
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.2rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  li[aria-current='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }
`;
const Slider = styled.input`
  width: 100%;
  margin: 0;
  ${rangeColors}
`;
const Marker = styled.button<{ $at: number; $open: boolean }>`
  position: absolute;
  left: ${({ $at }) => `clamp(0px, calc(${$at * 100}% - 1.2rem), calc(100% - 2.4rem))`};
  top: 0;
  width: 2.4rem;
  height: 2.4rem;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: ${({ theme, $open }) => ($open ? theme.colors.primary600 : theme.colors.neutral600)};
  color: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.2rem;
  font-weight: 600;
  cursor: pointer;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;
const Chosen = styled.div<{ $from: number; $to: number }>`
  height: 0.4rem;
  margin-left: ${({ $from }) => `${$from * 100}%`};
  width: ${({ $from, $to }) => `max(0.4rem, ${($to - $from) * 100}%)`};
  border-radius: 0.2rem;
  background: ${({ theme }) => theme.colors.primary600};
`;

/** The film from end to end: its beats, the comments where they stand, and a slider that goes frame by frame. */
export const Timeline = ({ film, beats, comments, range, onPick }: TimelineProps) => {
  const t = useText();
  const { frame, frames, fps, seek } = film;
  const last = Math.max(1, frames - 1);
  const length = ({ durationSeconds }: Beat) =>
    Math.round((durationSeconds * fps.numerator) / fps.denominator);
  const start = ({ startSeconds }: Beat) =>
    Math.round((startSeconds * fps.numerator) / fps.denominator);
  const shows = (beat: Beat) => frame >= start(beat) && frame < start(beat) + length(beat);
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Beats aria-label={t('storyboard.title')}>
        {beats.map((beat) => (
          <li
            key={beat.documentId}
            style={{ flexGrow: length(beat), flexBasis: 0 }}
            aria-current={shows(beat)}
            title={beat.name}
          >
            {t('beat.title', { number: beat.order + 1, name: beat.name })}
          </li>
        ))}
      </Beats>
      <Slider
        type="range"
        min={0}
        max={last}
        step={1}
        value={frame}
        aria-label={t('review.position')}
        aria-valuetext={timecode(frame, fps)}
        onChange={({ target }) => seek(Number(target.value))}
      />
      <Box height="0.4rem">
        {range ? <Chosen $from={range.from / last} $to={(range.to ?? range.from) / last} /> : null}
      </Box>
      <Track $empty={comments.every(({ frame: at }) => at === null)}>
        {comments.map((comment, index) =>
          comment.frame === null ? null : (
            <Marker
              key={comment.documentId}
              type="button"
              $at={comment.frame / last}
              $open={comment.resolvedAt === null}
              aria-label={t('comments.marker', {
                number: index + 1,
                author: comment.author,
                at: timecode(comment.frame, fps),
              })}
              onClick={() => onPick(comment)}
            >
              {index + 1}
            </Marker>
          ),
        )}
      </Track>
    </Flex>
  );
};
