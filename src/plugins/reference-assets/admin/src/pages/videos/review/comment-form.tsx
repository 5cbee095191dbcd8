import { useState, type FormEvent } from 'react';
import { z } from 'zod';
import {
  Button,
  Checkbox,
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { useAddCommentMutation, useListPeopleQuery } from '../../../api/review';
import { useDraft, useDraftOf } from '../../../hooks/use-draft';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import type { Beat } from '../../../../../shared/contracts/beats';
import type { CommentRequest } from '../../../../../shared/contracts/reviews';
import { timecode } from '../../../../../shared/timecode';
import type { Range } from './timeline';
import type { Film } from './use-film';
import type { Remark } from './use-remark';

const names = z.array(z.string());
const nobody: string[] = [];

interface CommentFormProps {
  videoId: string;
  beats: Beat[];
  /** Null where there is no film to point at. */
  film: Film | null;
  remark: Remark;
  onRange: (range: Range | null) => void;
  /** The words of the comment are being written: it stands on the frame that shows. */
  onType: () => void;
  onSent: () => void;
}

interface PlaceProps extends Pick<CommentFormProps, 'onRange'> {
  film: Film;
  range: Range | null;
  /** The frame that was drawn on; null without a drawing. */
  drawnOn: number | null;
}

/** Where the comment will stand: whole video, this frame, or a range begun and ended with two presses. */
const Place = ({ film, range, drawnOn, onRange }: PlaceProps) => {
  const t = useText();
  const { frame, fps } = film;
  const says = range
    ? t('comments.range', {
        from: timecode(range.from, fps),
        to: timecode(range.to ?? Math.max(frame, range.from), fps),
      })
    : t('comments.at', { at: timecode(drawnOn ?? frame, fps) });
  return (
    <Flex gap={2} wrap="wrap">
      <Typography variant="pi" textColor="neutral800">
        {says}
      </Typography>
      <Button size="S" variant="tertiary" onClick={() => onRange({ from: frame, to: null })}>
        {t('comments.range.begin')}
      </Button>
      {range ? (
        <>
          <Button
            size="S"
            variant="tertiary"
            disabled={frame < range.from}
            onClick={() => onRange({ ...range, to: frame })}
          >
            {t('comments.range.end')}
          </Button>
          <Button size="S" variant="tertiary" onClick={() => onRange(null)}>
            {t('action.clear')}
          </Button>
        </>
      ) : null}
    </Flex>
  );
};

interface AboutProps {
  beats: Beat[];
  beatId: string;
  onChange: (beatId: string) => void;
}

/** What a comment is about before there is a film to point at: the video, or one of its beats. */
const About = ({ beats, beatId, onChange }: AboutProps) => {
  const t = useText();
  if (beats.length === 0) return null;
  return (
    <Field.Root name="beat">
      <Field.Label>{t('comments.about')}</Field.Label>
      <SingleSelect
        size="S"
        value={beatId || null}
        placeholder={t('comments.about.video')}
        onChange={(value) => onChange(String(value))}
        onClear={() => onChange('')}
      >
        {beats.map(({ documentId, order, name }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {t('beat.title', { number: order + 1, name })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};

/** Says something about the frame that shows, a range or the whole video, with what was drawn on it. */
export const CommentForm = (props: CommentFormProps) => {
  const { videoId, beats, film, remark, onRange, onType, onSent } = props;
  const { range, strokes } = remark;
  const t = useText();
  const report = useFeedback();
  const { data: people = [] } = useListPeopleQuery();
  const [add, { isLoading }] = useAddCommentMutation();
  const [text, setText] = useDraft(`comment.${videoId}`);
  const [mentions, setMentions] = useDraftOf(`mentions.${videoId}`, nobody, (kept) =>
    names.parse(kept),
  );
  const [beatId, setBeatId] = useDraft(`beat.${videoId}`);
  const [isPlaced, setPlaced] = useState(true);
  const placed = film && (isPlaced || range || strokes.length > 0) ? film : null;

  const drawnOn = strokes.length > 0 ? remark.frame : null;
  const place = (): Partial<CommentRequest> => {
    if (!film && beatId) return { beatId };
    if (!placed) return {};
    if (!range) return { frame: drawnOn ?? placed.frame };
    return { frame: range.from, frameEnd: range.to ?? Math.max(placed.frame, range.from) };
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const request: CommentRequest = {
      text: text.trim(),
      ...place(),
      ...(placed && strokes.length > 0 && { drawing: { strokes } }),
      ...(mentions.length > 0 && { mentions: mentions.map(Number) }),
    };
    if ((await report(add({ id: videoId, request }))) === undefined) return;
    setText('');
    setBeatId('');
    setMentions(undefined);
    onSent();
  };
  return (
    <Flex tag="form" direction="column" alignItems="stretch" gap={3} onSubmit={send}>
      <Field.Root name="text">
        <Field.Label>{t('comments.label')}</Field.Label>
        <Textarea
          value={text}
          maxLength={4000}
          onChange={({ target }: { target: HTMLTextAreaElement }) => {
            setText(target.value);
            onType();
          }}
        />
      </Field.Root>
      {film ? null : <About beats={beats} beatId={beatId} onChange={setBeatId} />}
      {film ? (
        <Checkbox checked={placed !== null} onCheckedChange={(on) => setPlaced(on === true)}>
          {t('comments.here')}
        </Checkbox>
      ) : null}
      {placed ? <Place film={placed} range={range} drawnOn={drawnOn} onRange={onRange} /> : null}
      {people.length > 1 ? (
        <Field.Root name="mentions">
          <Field.Label>{t('comments.mentions')}</Field.Label>
          <MultiSelect
            value={mentions}
            onChange={setMentions}
            placeholder={t('comments.mentions.nobody')}
            withTags
          >
            {people.map(({ id, name }) => (
              <MultiSelectOption key={id} value={String(id)}>
                {name}
              </MultiSelectOption>
            ))}
          </MultiSelect>
        </Field.Root>
      ) : null}
      <Flex justifyContent="flex-end">
        <Button type="submit" variant="secondary" disabled={!text.trim()} loading={isLoading}>
          {t('comments.add')}
        </Button>
      </Flex>
    </Flex>
  );
};
