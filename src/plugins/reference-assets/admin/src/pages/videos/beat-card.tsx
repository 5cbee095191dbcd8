import { useState } from 'react';
import { Button, Divider, Flex, Typography } from '@strapi/design-system';
import { Images } from '@strapi/icons';
import { useRegenerateBeatMutation } from '../../api/review';
import { LinkedCard } from '../../components/card-grid';
import { More } from '../../components/more';
import { CheckeredImage } from '../../components/checkered-image';
import { useFeedback } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useSaid } from '../../hooks/use-said';
import { useText, useWord } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { BeatBoard, BeatChange } from '../../../../shared/contracts/board';
import type { Beat } from '../../../../shared/contracts/beats';
import type { Video } from '../../../../shared/contracts/videos';
import { frameSizes } from '../../../../shared/contracts/vocabulary';
import { recognise } from '../../../../shared/sentences';
import { BeatReferences } from './beat-references';
import { BeatState } from './board/beat-state';
import { TakesDialog } from './board/takes-dialog';
import { useBeatChange } from './board/use-beat-change';
import { RegenerateButton } from './review/regenerate-button';
import { isEditable } from './video-state';

const BeatWords = ({ beat }: { beat: Beat }) => {
  const t = useText();
  const said = useSaid();
  const word = useWord();
  const { clock, percent } = useUnits();
  const end = beat.startSeconds + beat.durationSeconds;
  // What is missing from a picture is for everybody; how it was cut out and measured is for who asks.
  const reasons = beat.notes.filter((note) => recognise(note) !== null);
  const drawing = beat.notes.filter((note) => recognise(note) === null);
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
      <Typography variant="pi" textColor="neutral600">
        {shown.join(' · ')}
      </Typography>
      <Typography textColor="neutral800">{beat.action}</Typography>
      {/* Where nothing was chosen the reason stands below, and there is nothing to be sure of. */}
      {beat.confidence ? (
        <Typography variant="pi" textColor="neutral600">
          {t('beat.confidence', { share: percent(beat.confidence) })}
        </Typography>
      ) : null}
      {reasons.map((note) => (
        <Typography key={note} variant="pi" textColor="neutral600">
          {said(note)}
        </Typography>
      ))}
      {drawing.length > 0 ? (
        <More>
          <summary>{t('beat.drawing')}</summary>
          {drawing.map((note) => (
            <Typography key={note} tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
              {note}
            </Typography>
          ))}
        </More>
      ) : null}
    </Flex>
  );
};

interface BeatCardProps {
  beat: Beat;
  video: Video;
  board?: BeatBoard;
}

/** The tools of a beat that was drawn: another take, and the takes it had. */
const TakeTools = ({ beat, video, board, onChange }: BeatCardProps & BeatTools) => {
  const t = useText();
  const report = useFeedback();
  const [regenerate] = useRegenerateBeatMutation();
  const [open, setOpen] = useState(false);
  const { width, height } = frameSizes[video.aspectRatio];
  const takes = board?.takes ?? [];
  const again = (quotedUsd: number) =>
    report(
      regenerate({ id: video.documentId, beatId: beat.documentId, quotedUsd }),
      t('beat.regenerate.started'),
    );
  return (
    <Flex gap={2} wrap="wrap" marginTop="auto">
      {onChange && video.status !== 'awaiting_plan' ? (
        <RegenerateButton
          videoId={video.documentId}
          beatId={beat.documentId}
          label={t('beat.regenerate')}
          onConfirm={again}
        />
      ) : null}
      {takes.length > 1 ? (
        <Button size="S" variant="tertiary" startIcon={<Images />} onClick={() => setOpen(true)}>
          {t('takes.open', { count: takes.length })}
        </Button>
      ) : null}
      {open ? (
        <TakesDialog
          beat={beat}
          takes={takes}
          ratio={`${width} / ${height}`}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Flex>
  );
};

interface BeatTools {
  /** Undefined where the person may not change anything now. */
  onChange?: (change: BeatChange) => void;
}

/** One beat of the storyboard. */
export const BeatCard = ({ beat, video, board }: BeatCardProps) => {
  const t = useText();
  const mayChange = usePermission()('createVideos') && isEditable(video.status);
  const { change, question } = useBeatChange(video, beat.documentId);
  const onChange = mayChange ? change : undefined;
  const { width, height } = frameSizes[video.aspectRatio];
  const still = beat.stillWithLogo ?? beat.still;
  return (
    <LinkedCard tag="li" data-testid="beat-card">
      {still ? (
        <CheckeredImage
          media={still}
          alt={t('beat.still', { number: beat.order + 1, action: beat.action })}
          ratio={`${width} / ${Math.min(height, width)}`}
          checkered={false}
        />
      ) : null}
      <Flex direction="column" alignItems="stretch" gap={4} padding={4} grow={1}>
        <BeatWords beat={beat} />
        <BeatState beat={beat} board={board} onChange={onChange} />
        <Divider />
        <BeatReferences beat={beat} excluded={board?.excluded ?? []} onChange={onChange} />
        <TakeTools beat={beat} video={video} board={board} onChange={onChange} />
      </Flex>
      {question}
    </LinkedCard>
  );
};
