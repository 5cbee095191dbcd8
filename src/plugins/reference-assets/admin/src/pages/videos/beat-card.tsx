import { Box, Divider, Flex, Typography } from '@strapi/design-system';
import { useRegenerateBeatMutation } from '../../api/review';
import { LinkedCard } from '../../components/card-grid';
import { CheckeredImage } from '../../components/checkered-image';
import { useFeedback } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useText, useWord } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { Beat, Video } from '../../../../shared/contracts/videos';
import { frameSizes } from '../../../../shared/contracts/vocabulary';
import { BeatReferences } from './beat-references';
import { RegenerateButton } from './review/regenerate-button';
import { BeatBadge, isEditable } from './video-state';

const BeatWords = ({ beat }: { beat: Beat }) => {
  const t = useText();
  const word = useWord();
  const { clock, percent } = useUnits();
  const end = beat.startSeconds + beat.durationSeconds;
  const shown = [
    word('shot', beat.shotType),
    word('camera', beat.cameraMovement),
    word('mood', beat.mood),
  ];
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Flex justifyContent="space-between" gap={2} width="100%">
        <Typography tag="h3" variant="omega" fontWeight="bold" textColor="neutral800">
          {t('beat.title', { number: beat.order + 1, name: beat.name })}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {clock(beat.startSeconds)} – {clock(end)}
        </Typography>
      </Flex>
      <BeatBadge status={beat.status} />
      <Typography variant="pi" textColor="neutral600">
        {shown.join(' · ')}
      </Typography>
      <Typography textColor="neutral800">{beat.action}</Typography>
      {beat.confidence === null ? null : (
        <Typography variant="pi" textColor="neutral600">
          {t('beat.confidence', { share: percent(beat.confidence) })}
        </Typography>
      )}
      {beat.notes.map((note) => (
        <Typography key={note} variant="pi" textColor="neutral600">
          {note}
        </Typography>
      ))}
      {beat.error ? (
        <Typography variant="pi" textColor="danger700" role="alert">
          {beat.error.message}
        </Typography>
      ) : null}
    </Flex>
  );
};

/** One beat of the storyboard. */
export const BeatCard = ({ beat, video }: { beat: Beat; video: Video }) => {
  const t = useText();
  const report = useFeedback();
  const mayChange = usePermission()('createVideos') && isEditable(video.status);
  const [regenerate] = useRegenerateBeatMutation();
  const { width, height } = frameSizes[video.aspectRatio];
  const again = () =>
    report(
      regenerate({ id: video.documentId, beatId: beat.documentId }),
      t('beat.regenerate.started'),
    );
  return (
    <LinkedCard tag="li" data-testid="beat-card">
      <CheckeredImage
        media={beat.stillWithLogo ?? beat.still}
        alt={t('beat.still', { number: beat.order + 1, action: beat.action })}
        ratio={`${width} / ${height}`}
        checkered={false}
      />
      <Flex direction="column" alignItems="stretch" gap={4} padding={4} grow={1}>
        <BeatWords beat={beat} />
        <Divider />
        <BeatReferences beat={beat} videoId={video.documentId} mayChange={mayChange} />
        {mayChange ? (
          <Box marginTop="auto">
            <RegenerateButton
              videoId={video.documentId}
              beatId={beat.documentId}
              label={t('beat.regenerate')}
              onConfirm={again}
            />
          </Box>
        ) : null}
      </Flex>
    </LinkedCard>
  );
};
