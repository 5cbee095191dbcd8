import type { BeatCopy } from '../../../../../shared/contracts/spec';
import type { PlanEdit } from '../../../../../shared/contracts/video-edits';
import type { Beat } from '../../../../../shared/contracts/beats';
import { framesPerSecond } from '../../../../../shared/contracts/vocabulary';

/** Words of a beat that a person may change. */
export interface BeatWords {
  name: string;
  action: string;
  prompt: string;
  shotType: Beat['shotType'];
  mood: string;
  cameraMovement: string;
  copy: BeatCopy | null;
}

/** A beat of a plan while it is edited. Units: frames at 30 a second. */
export interface DraftBeat extends BeatWords {
  /** Stays the same while the beat is moved about. */
  key: string;
  /** The beat as the server knows it; null for one that was split off. */
  beatId: string | null;
  /** The beat it takes its assets from. */
  from: string;
  frames: number;
}
export type PlanDraft = DraftBeat[];

/** The shortest beat the server takes. */
export const fewestFrames = framesPerSecond;

export const draftOf = (beats: readonly Beat[]): PlanDraft =>
  [...beats]
    .sort((a, b) => a.order - b.order)
    .map(({ documentId, durationSeconds, ...beat }) => ({
      key: documentId,
      beatId: documentId,
      from: documentId,
      frames: Math.round(durationSeconds * framesPerSecond),
      name: beat.name,
      action: beat.action,
      prompt: beat.prompt,
      shotType: beat.shotType,
      mood: beat.mood,
      cameraMovement: beat.cameraMovement,
      copy: beat.copy,
    }));

export const framesOf = (plan: PlanDraft): number =>
  plan.reduce((sum, { frames }) => sum + frames, 0);

/** The frame each beat begins on. */
export const startsOf = (plan: PlanDraft): number[] =>
  plan.map((_beat, index) => framesOf(plan.slice(0, index)));

/** Moves a beat to another place; the others close up. */
export const moved = (plan: PlanDraft, from: number, to: number): PlanDraft => {
  const place = Math.min(plan.length - 1, Math.max(0, to));
  const rest = plan.filter((_beat, index) => index !== from);
  return [...rest.slice(0, place), plan[from], ...rest.slice(place)];
};

/**
 * Gives a beat another length; the next one (the last: the one before) makes up for it, so that the plan always lasts
 * as long as its video. Neither becomes shorter than the shortest beat.
 */
export const retimed = (plan: PlanDraft, index: number, frames: number): PlanDraft => {
  const other = index === plan.length - 1 ? index - 1 : index + 1;
  if (other < 0) return plan;
  const together = plan[index].frames + plan[other].frames;
  const longest = together - fewestFrames;
  const length = Math.min(longest, Math.max(fewestFrames, Math.round(frames)));
  return plan.map((beat, at) => {
    if (at === index) return { ...beat, frames: length };
    return at === other ? { ...beat, frames: together - length } : beat;
  });
};

/** Whether a beat is long enough to become two. */
export const canSplit = ({ frames }: DraftBeat): boolean => frames >= 2 * fewestFrames;

/** Cuts a beat in two halves; the second one begins with the same words and assets. */
export const split = (plan: PlanDraft, index: number, key: string): PlanDraft => {
  const beat = plan[index];
  if (!canSplit(beat)) return plan;
  const first = Math.ceil(beat.frames / 2);
  const second = { ...beat, key, beatId: null, copy: null, frames: beat.frames - first };
  return [...plan.slice(0, index), { ...beat, frames: first }, second, ...plan.slice(index + 1)];
};

const joined = (one: string, other: string, longest: number): string => {
  if (!other || one.includes(other)) return one;
  const both = `${one.replace(/[.\s]+$/, '')}. ${other}`;
  return both.length <= longest ? both : one;
};

/** Makes one beat of a beat and the next: as long as both, with the actions of both. */
export const merged = (plan: PlanDraft, index: number): PlanDraft => {
  const next = plan[index + 1];
  if (!next) return plan;
  const beat = plan[index];
  const one: DraftBeat = {
    ...beat,
    beatId: beat.beatId ?? next.beatId,
    frames: beat.frames + next.frames,
    action: joined(beat.action, next.action, 400),
    copy: beat.copy ?? next.copy,
  };
  return [...plan.slice(0, index), one, ...plan.slice(index + 2)];
};

export const reworded = (plan: PlanDraft, index: number, words: Partial<BeatWords>): PlanDraft =>
  plan.map((beat, at) => (at === index ? { ...beat, ...words } : beat));

/** The draft as the server takes it. */
export const editOf = (plan: PlanDraft, basedOn: string): PlanEdit => ({
  basedOn,
  beats: plan.map(({ key: _key, beatId, from, frames, ...words }) => ({
    ...(beatId ? { beatId } : { from }),
    durationSeconds: frames / framesPerSecond,
    ...(words as Omit<PlanEdit['beats'][number], 'durationSeconds'>),
  })),
});
