import { Flex, IconButton, Typography } from '@strapi/design-system';
import {
  ChevronLeft,
  ChevronRight,
  Collapse,
  Expand,
  Play,
  Stop,
  VolumeMute,
  VolumeUp,
} from '@strapi/icons';
import { useText } from '../../../hooks/use-text';
import { timecode } from '../../../../../shared/timecode';
import type { Film } from './use-film';

interface TransportProps {
  film: Film;
  /** Fills the screen, where there is something that can. */
  screen?: { isFull: boolean; toggle: () => void };
}

/** Play and step, and where the film stands: the timecode people talk in, and the frame it stands for. */
export const Transport = ({ film, screen }: TransportProps) => {
  const t = useText();
  const { frame, frames, fps, isPlaying, isMuted, step, toggle, mute } = film;
  return (
    <Flex gap={2} wrap="wrap">
      <IconButton label={t('review.back')} onClick={() => step(-1)}>
        <ChevronLeft />
      </IconButton>
      <IconButton label={t(isPlaying ? 'review.pause' : 'review.play')} onClick={toggle}>
        {isPlaying ? <Stop /> : <Play />}
      </IconButton>
      <IconButton label={t('review.forward')} onClick={() => step(1)}>
        <ChevronRight />
      </IconButton>
      <Typography
        fontWeight="bold"
        textColor="neutral800"
        style={{ fontVariantNumeric: 'tabular-nums' }}
        data-testid="timecode"
      >
        {timecode(frame, fps)}
      </Typography>
      <Typography
        variant="pi"
        textColor="neutral600"
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {t('review.frameOf', { frame, last: Math.max(0, frames - 1) })}
      </Typography>
      <Flex gap={2}>
        <IconButton
          label={t(isMuted ? 'review.sound.on' : 'review.sound.off')}
          aria-pressed={isMuted}
          onClick={mute}
        >
          {isMuted ? <VolumeMute /> : <VolumeUp />}
        </IconButton>
        {screen ? (
          <IconButton
            label={t(screen.isFull ? 'review.full.leave' : 'review.full')}
            onClick={screen.toggle}
          >
            {screen.isFull ? <Collapse /> : <Expand />}
          </IconButton>
        ) : null}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {t('review.keys')}
        {screen ? ` · ${t('review.keys.full')}` : null}
      </Typography>
    </Flex>
  );
};
