import { useState } from 'react';
import { Box, Flex, Grid } from '@strapi/design-system';
import { useListCommentsQuery, useListVersionsQuery } from '../../../api/review';
import { usePermission } from '../../../hooks/use-permission';
import { useText } from '../../../hooks/use-text';
import type { MediaRef } from '../../../../../shared/contracts/assets';
import type { ReviewComment } from '../../../../../shared/contracts/reviews';
import type { Video } from '../../../../../shared/contracts/videos';
import { framesPerSecond, frameSizes } from '../../../../../shared/contracts/vocabulary';
import { parseFps } from '../../../../../shared/timecode';
import { ReviewBar } from '../review-bar';
import { VideoProgress } from '../video-player';
import { CommentForm } from './comment-form';
import { CommentPanel } from './comment-panel';
import type { Ink, Stroke } from './ink';
import { InkChoice } from './ink-choice';
import { filmKeys, Stage } from './stage';
import { Timeline, type Range } from './timeline';
import { Transport } from './transport';
import { useFilm } from './use-film';

/** The master under review: watched frame by frame, drawn on, talked about, decided about. */
export const ReviewStudio = ({ video, file }: { video: Video; file: MediaRef }) => {
  const t = useText();
  const mayComment = usePermission()('commentVideos');
  const { documentId, aspectRatio, poster, prompt, beats = [] } = video;
  const { width, height } = frameSizes[aspectRatio];
  const { data: comments = [], error } = useListCommentsQuery(documentId);
  const { data: versions = [] } = useListVersionsQuery(documentId);
  const version = versions.find(({ current }) => current);
  const fps = parseFps(version?.fps ?? `${framesPerSecond}/1`);
  const frames =
    version?.frames ?? Math.round((video.durationSeconds * fps.numerator) / fps.denominator);
  const film = useFilm(frames, fps);
  const [range, setRange] = useState<Range | null>(null);
  const [ink, setInk] = useState<Ink | undefined>(undefined);
  const [strokes, setStrokes] = useState<Stroke[]>([]);
  const [picked, setPicked] = useState<ReviewComment | null>(null);

  const isAt = picked !== null && picked.frame === film.frame;
  const shown = isAt ? (picked.drawing?.strokes ?? []) : [];
  const go = (comment: ReviewComment) => {
    if (comment.frame === null) return;
    setPicked(comment);
    film.seek(comment.frame);
  };
  const clear = () => {
    setStrokes([]);
    setInk(undefined);
    setRange(null);
  };
  const sorted = [...beats].sort((a, b) => a.order - b.order);
  const roots = comments.filter(({ parentId }) => parentId === null);
  return (
    <Grid.Root gap={6}>
      <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
        <Box background="neutral0" padding={4} hasRadius shadow="tableShadow">
          <Flex direction="column" alignItems="stretch" gap={3} onKeyDown={filmKeys(film)}>
            <Stage
              film={film}
              file={file}
              poster={poster}
              title={t('video.player', { prompt })}
              ratio={width / height}
              strokes={[...shown, ...strokes]}
              ink={mayComment ? ink : undefined}
              onStroke={(stroke) => setStrokes([...strokes, stroke])}
            />
            <Transport film={film} />
            <Timeline film={film} beats={sorted} comments={roots} range={range} onPick={go} />
            {mayComment ? (
              <InkChoice
                ink={ink}
                hasStrokes={strokes.length > 0}
                onInk={setInk}
                onUndo={() => setStrokes(strokes.slice(0, -1))}
              />
            ) : null}
            <VideoProgress video={video} />
          </Flex>
        </Box>
        <ReviewBar video={video} version={version?.number} />
      </Grid.Item>
      <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
        <CommentPanel video={video} comments={comments} error={error} onGo={go}>
          {mayComment ? (
            <CommentForm
              videoId={documentId}
              film={film}
              range={range}
              strokes={strokes}
              onRange={setRange}
              onSent={clear}
            />
          ) : null}
        </CommentPanel>
      </Grid.Item>
    </Grid.Root>
  );
};
