import { useEffect, useState } from 'react';
import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import { mediaUrl } from '../../../api/backend';
import { useText } from '../../../hooks/use-text';
import type { VideoVersion } from '../../../../../shared/contracts/reviews';
import { middleOf, parseFps } from '../../../../../shared/timecode';
import { filmKeys } from './stage';
import { Transport } from './transport';
import { useFilm, type Film } from './use-film';

/** Side by side, or one over the other with a slider between them. */
export type Look = 'side' | 'slider';

const Pair = styled.div<{ $look: Look; $ratio: number }>`
  position: relative;
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: ${({ $look }) => ($look === 'side' ? '1fr 1fr' : '1fr')};

  figure {
    margin: 0;
  }
  video {
    display: block;
    width: 100%;
    max-height: 62vh;
    aspect-ratio: ${({ $ratio }) => $ratio};
    background: #000;
  }
`;
const Over = styled.figure<{ $share: number }>`
  position: absolute;
  inset: 0;
  clip-path: ${({ $share }) => `inset(0 0 0 ${$share * 100}%)`};
`;

/** Keeps a second film at the frame of the first: while that plays a drift of a frame is mended, else it is set. */
const useFollower = (film: Film, element: HTMLVideoElement | null) => {
  const { frame, isPlaying } = film;
  const { numerator, denominator } = film.fps;
  useEffect(() => {
    if (!element) return;
    const moment = middleOf(frame, { numerator, denominator });
    const drift = Math.abs(element.currentTime - moment);
    if (isPlaying && element.paused) void element.play().catch(() => undefined);
    if (!isPlaying && !element.paused) element.pause();
    const isOff = drift > (isPlaying ? 2 : 0.5) * (denominator / numerator);
    if (isOff) Object.assign(element, { currentTime: moment });
  }, [element, frame, numerator, denominator, isPlaying]);
};

/** Two versions at the same frame, one transport for both. */
export const Comparison = ({
  left,
  right,
  look,
  ratio,
}: {
  left: VideoVersion;
  right: VideoVersion;
  look: Look;
  ratio: number;
}) => {
  const t = useText();
  const film = useFilm(left.frames, parseFps(left.fps));
  const { attach } = film;
  const [second, setSecond] = useState<HTMLVideoElement | null>(null);
  const [share, setShare] = useState(0.5);
  useFollower(film, second);
  if (!left.file || !right.file) return null;
  const other = (
    <video
      ref={setSecond}
      src={mediaUrl(right.file)}
      muted
      playsInline
      preload="auto"
      aria-label={t('version.title', { number: right.number })}
    />
  );
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      onKeyDown={filmKeys(film)}
      data-testid="comparison"
    >
      <Pair $look={look} $ratio={ratio}>
        <figure>
          <video
            ref={attach}
            src={mediaUrl(left.file)}
            playsInline
            preload="auto"
            aria-label={t('version.title', { number: left.number })}
          />
        </figure>
        {look === 'side' ? <figure>{other}</figure> : <Over $share={share}>{other}</Over>}
      </Pair>
      {look === 'slider' ? (
        <input
          type="range"
          min={0}
          max={1}
          step={0.01}
          value={share}
          aria-label={t('version.divide')}
          onChange={({ target }) => setShare(Number(target.value))}
        />
      ) : null}
      <Transport film={film} />
    </Flex>
  );
};
