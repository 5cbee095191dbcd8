import { useState } from 'react';
import { Box, Flex, Grid } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useListCommentsQuery, useListVersionsQuery } from '../../../api/review';
import { usePermission } from '../../../hooks/use-permission';
import { useText } from '../../../hooks/use-text';
import type { MediaRef } from '../../../../../shared/contracts/assets';
import type { ReviewComment } from '../../../../../shared/contracts/reviews';
import type { Video } from '../../../../../shared/contracts/videos';
import { framesPerSecond, frameSizes } from '../../../../../shared/contracts/vocabulary';
import { parseFps } from '../../../../../shared/timecode';
import { ReviewBar } from '../review-bar';
import { VideoPlayer, VideoProgress } from '../video-player';
import { isWorking } from '../video-state';
import { CommentForm } from './comment-form';
import { CommentPanel } from './comment-panel';
import type { Ink } from './ink';
import { InkChoice } from './ink-choice';
import { filmKeys, Stage } from './stage';
import { Timeline } from './timeline';
import { Transport } from './transport';
import { useFilm, type Film } from './use-film';
import { useFullScreen } from './use-full-screen';
import { useRemark, type Remark } from './use-remark';

interface WatchedProps {
  video: Video;
  file: MediaRef;
  film: Film;
  comments: ReviewComment[];
  picked: ReviewComment | null;
  ink: Ink | undefined;
  onInk: (ink: Ink | undefined) => void;
  remark: Remark;
  onRemark: (remark: Remark) => void;
  onPick: (comment: ReviewComment) => void;
}

const Room = styled(Flex)`
  &:fullscreen {
    padding: ${({ theme }) => theme.spaces[6]};
    overflow-y: auto;
    background: ${({ theme }) => theme.colors.neutral0};
  }
`;

/** The master: watched frame by frame, drawn on, with its beats and what was said where it was said. */
const Watched = (props: WatchedProps) => {
  const { video, file, film, comments, picked, ink, onInk, remark, onRemark, onPick } = props;
  const t = useText();
  const mayComment = usePermission()('commentVideos');
  const { width, height } = frameSizes[video.aspectRatio];
  const sorted = [...(video.beats ?? [])].sort((a, b) => a.order - b.order);
  const isAt = picked !== null && picked.frame === film.frame;
  const shown = isAt ? (picked.drawing?.strokes ?? []) : [];
  // A drawing belongs to the frame it was begun on.
  const strokes = remark.frame === film.frame ? remark.strokes : [];
  const draw = (drawn: Remark['strokes']) =>
    onRemark({ ...remark, frame: film.frame, strokes: drawn });
  const { attach, isFull, toggle } = useFullScreen();
  return (
    <Room
      ref={attach}
      direction="column"
      alignItems="stretch"
      gap={3}
      onKeyDown={filmKeys(film, toggle)}
    >
      <Stage
        film={film}
        file={file}
        poster={video.poster}
        title={t('video.player', { prompt: video.prompt })}
        ratio={width / height}
        strokes={[...shown, ...strokes]}
        ink={mayComment ? ink : undefined}
        onStroke={(stroke) => draw([...strokes, stroke])}
      />
      <Transport film={film} screen={{ isFull, toggle }} />
      <Timeline
        film={film}
        beats={sorted}
        comments={comments.filter(({ parentId }) => parentId === null)}
        range={remark.range}
        onPick={onPick}
      />
      {mayComment ? (
        <InkChoice
          ink={ink}
          hasStrokes={strokes.length > 0}
          onInk={onInk}
          onUndo={() => draw(strokes.slice(0, -1))}
        />
      ) : null}
      <VideoProgress video={video} />
    </Room>
  );
};

/** Whether there is anything to look at: a film, a picture of it, or how far its making is. */
const hasPicture = ({ video, poster, beats = [], status }: Video): boolean =>
  Boolean(video ?? poster) || isWorking(status) || beats.some((beat) => beat.stillWithLogo);

/**
 * A video and what people say about it. One and the same with a film and without, so that a film which comes, goes or
 * is replaced takes away nothing of what somebody is writing beside it.
 */
export const ReviewStudio = ({ video }: { video: Video }) => {
  const mayComment = usePermission()('commentVideos');
  const { documentId, video: file } = video;
  const { data: comments = [], error } = useListCommentsQuery(documentId);
  const { data: versions = [] } = useListVersionsQuery(documentId);
  const version = versions.find(({ current }) => current);
  const fps = parseFps(version?.fps ?? `${framesPerSecond}/1`);
  const frames =
    version?.frames ?? Math.round((video.durationSeconds * fps.numerator) / fps.denominator);
  const [remark, setRemark] = useRemark(documentId);
  const [ink, setInk] = useState<Ink | undefined>(undefined);
  const film = useFilm(frames, fps, remark.frame ?? 0);
  const [picked, setPicked] = useState<ReviewComment | null>(null);
  const go = (comment: ReviewComment) => {
    if (comment.frame === null) return;
    setPicked(comment);
    film.seek(comment.frame);
  };
  const at = file ? film.frame : null;
  const sorted = [...(video.beats ?? [])].sort((a, b) => a.order - b.order);
  return (
    <Grid.Root gap={6}>
      {hasPicture(video) ? (
        <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
          <Box background="neutral0" padding={4} hasRadius shadow="tableShadow">
            {file ? (
              <Watched
                {...{ video, file, film, comments, picked, ink, remark }}
                onInk={setInk}
                onRemark={setRemark}
                onPick={go}
              />
            ) : (
              <VideoPlayer video={video} />
            )}
          </Box>
          <ReviewBar video={video} version={version?.number} />
        </Grid.Item>
      ) : null}
      <Grid.Item
        col={hasPicture(video) ? 4 : 12}
        s={12}
        xs={12}
        direction="column"
        alignItems="stretch"
      >
        <CommentPanel video={video} comments={comments} error={error} onGo={file ? go : undefined}>
          {mayComment ? (
            <CommentForm
              videoId={documentId}
              beats={sorted}
              film={file ? film : null}
              remark={remark}
              onRange={(range) => setRemark({ ...remark, frame: remark.frame ?? at, range })}
              onType={() => {
                if (remark.strokes.length === 0) setRemark({ ...remark, frame: at });
              }}
              onSent={() => {
                setRemark(undefined);
                setInk(undefined);
              }}
            />
          ) : null}
        </CommentPanel>
      </Grid.Item>
    </Grid.Root>
  );
};
