import type { KeyboardEvent } from 'react';
import { styled } from 'styled-components';
import { mediaUrl } from '../../../api/backend';
import { useText } from '../../../hooks/use-text';
import type { MediaRef } from '../../../../../shared/contracts/assets';
import { DrawingLayer } from './drawing-layer';
import type { Ink, Stroke } from './ink';
import type { Film } from './use-film';

interface StageProps {
  film: Film;
  file: MediaRef;
  poster: MediaRef | null;
  title: string;
  ratio: number;
  strokes: Stroke[];
  ink?: Ink;
  onStroke: (stroke: Stroke) => void;
}

const Screen = styled.div<{ $ratio: number }>`
  position: relative;
  /* A standing picture is as high as the window allows, not as wide as the page. */
  width: min(100%, ${({ $ratio }) => `calc(min(62vh, 64rem) * ${$ratio})`});

  :fullscreen & {
    width: min(100%, ${({ $ratio }) => `calc(72vh * ${$ratio})`});
  }
  margin-inline: auto;
  aspect-ratio: ${({ $ratio }) => $ratio};
  overflow: hidden;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: #000;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
  video {
    display: block;
    width: 100%;
    height: 100%;
  }
`;

/** What a key does to a film; also heard on the timeline and the buttons below. `fill` fills the screen. */
export const filmKeys = (film: Film, fill?: () => void) => (event: KeyboardEvent) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { tagName } = event.target as HTMLElement;
  const presses = tagName === 'BUTTON' || tagName === 'TEXTAREA';
  const deeds: Record<string, () => void> = {
    ',': () => film.step(-1),
    '.': () => film.step(1),
    m: film.mute,
    ...(fill && { f: fill }),
    ...(presses ? {} : { ' ': film.toggle, k: film.toggle }),
  };
  if (tagName === 'TEXTAREA' || !deeds[event.key]) return;
  event.preventDefault();
  deeds[event.key]();
};

/** The picture, and what is drawn on it. */
export const Stage = ({ film, file, poster, title, ratio, strokes, ink, onStroke }: StageProps) => {
  const t = useText();
  const { attach, toggle } = film;
  return (
    <Screen
      $ratio={ratio}
      tabIndex={0}
      role="group"
      aria-label={t('review.stage')}
      data-testid="stage"
    >
      <video
        key={file.url}
        ref={attach}
        src={mediaUrl(file)}
        poster={poster ? mediaUrl(poster) : undefined}
        preload="auto"
        playsInline
        aria-label={title}
        onClick={toggle}
      />
      <DrawingLayer strokes={strokes} ratio={ratio} ink={ink} onStroke={onStroke} />
    </Screen>
  );
};
