import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight, Play, Stop } from '@strapi/icons';
import { useText } from '../../../hooks/use-text';
import { timecode } from '../../../../../shared/timecode';
import type { Film } from './use-film';

/** Play and step, and where the film stands: the timecode people talk in, and the frame it stands for. */
export const Transport = ({ film }: { film: Film }) => {
  const t = useText();
  const { frame, frames, fps, isPlaying, step, toggle } = film;
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
      <Typography variant="pi" textColor="neutral600">
        {t('review.keys')}
      </Typography>
    </Flex>
  );
};
