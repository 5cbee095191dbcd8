import {
  framesPerSecond,
  type AspectRatio,
  type CameraMovement,
  type Mood,
  type ShotType,
} from '../../../../../shared/contracts/vocabulary';
import type { PlannedBeat } from '../../../../../shared/contracts/spec';
import { actionOf, sceneOf } from './actions';
import { spelledOutArc, usualArc, type ArcBeat, type BeatKind } from './arc';
import type { Brief } from './brief';
import { framesIn, mostBeats, shareFrames } from '../../beat-frames';
import { copyOf, transitionInto } from './copy-lines';
import { beatCount } from './pace';
import { promptFor } from './prompts';
import { askedShot, chooseMovement, chooseShot } from './shots';
import { productOf, settingOf, wishesFor } from './wishes';

/** What beats are planned from. */
export type BeatPlan = {
  brief: Brief;
  durationSeconds: number;
  aspectRatio: AspectRatio;
  random: () => number;
};

const names: Record<BeatKind, string> = {
  hook: 'Hook',
  context: 'Scene',
  hero: 'Hero',
  detail: 'Detail',
  benefit: 'Benefit',
  action: 'Action',
  people: 'Everyday',
  end: 'End card',
  step: 'Step',
};

const lengths: Record<BeatKind, number> = {
  hook: 0.85,
  context: 1,
  hero: 1.3,
  detail: 0.9,
  benefit: 1,
  action: 0.95,
  people: 1,
  end: 0.95,
  step: 1,
};

/** How far a mood lets lengths differ: an energetic cut is uneven, a calm one breathes evenly. */
const unevenness: Partial<Record<Mood, number>> = {
  energetic: 0.45,
  playful: 0.35,
  dramatic: 0.3,
  calm: 0.08,
};

/** The mood of a whole video where a brief names none. */
export const mainMood = ({ moods }: Brief): Mood => moods[0] ?? 'confident';

const moodOf = ({ kind, round }: ArcBeat, brief: Brief): Mood => {
  const main = mainMood(brief);
  if (kind === 'end') return main === 'energetic' || main === 'dramatic' ? 'confident' : main;
  const other = brief.moods[1] ?? main;
  return kind === 'detail' || round % 2 === 1 ? other : main;
};

/** A last step that speaks of the logo is the end card itself, not a shot before it. */
const isEndStep = (text: string | undefined): boolean =>
  /\b(?:logo|end ?card|call to action|cta)\b/i.test(text ?? '');

const arcFor = ({ brief, durationSeconds }: BeatPlan): ArcBeat[] => {
  const count = beatCount(durationSeconds, mainMood(brief));
  const all = brief.steps;
  const steps = all.length - (isEndStep(all[all.length - 1]?.text) ? 1 : 0);
  if (all.length < 2 || steps < 1) return usualArc(count, mainMood(brief));
  const room = mostBeats(framesIn(durationSeconds)) - 1;
  return spelledOutArc(Math.min(steps, room), Math.min(count, room + 1));
};

const lengthWeights = (arc: readonly ArcBeat[], { brief, random }: BeatPlan): number[] => {
  const spread = unevenness[mainMood(brief)] ?? 0.18;
  return arc.map(({ kind }, index) => {
    const swing = (index % 2 === 0 ? -1 : 1) * spread * (0.5 + random());
    return kind === 'end' ? lengths.end : lengths[kind] * (1 + swing);
  });
};

const nameOf = ({ kind, round, step }: ArcBeat): string => {
  const name = kind === 'step' ? `${names.step} ${(step ?? 0) + 1}` : names[kind];
  return round === 0 ? name : `${name}, ${kind === 'step' ? 'shot' : 'take'} ${round + 1}`;
};

type Before = {
  shotType: ShotType | null;
  cameraMovement: CameraMovement | null;
  startFrame: number;
};

const beatAt = (
  place: ArcBeat,
  order: number,
  frames: number,
  before: Before,
  plan: BeatPlan,
): PlannedBeat => {
  const { brief, random, aspectRatio } = plan;
  const step = place.step === null ? null : (brief.steps[place.step] ?? null);
  const chosen = chooseShot(place.kind, place.round, before.shotType, random);
  const shotType =
    (place.kind === 'step' && place.round === 0 && step && askedShot(step.text)) || chosen;
  const mood = moodOf(place, brief);
  const cameraMovement = chooseMovement(place.kind, shotType, before.cameraMovement, mood, random);
  const setting = settingOf(brief, step);
  const scene = sceneOf(brief, productOf(brief, step)?.name ?? null, setting.phrase);
  const roles = wishesFor(place, brief, step);
  const action = actionOf(place, scene, step?.text ?? null, brief.logo.wanted);
  return {
    order,
    name: nameOf(place),
    startSeconds: before.startFrame / framesPerSecond,
    durationSeconds: frames / framesPerSecond,
    startFrame: before.startFrame,
    frames,
    shotType,
    action,
    mood,
    cameraMovement,
    prompt: promptFor({
      shotType,
      cameraMovement,
      mood,
      action,
      setting: setting.phrase,
      roles,
      aspectRatio,
    }),
    roles,
  };
};

/** The beats of a video: its story, each beat's length to the frame, and how each is shot. */
export const planBeats = (plan: BeatPlan): PlannedBeat[] => {
  const arc = arcFor(plan);
  const frames = shareFrames(framesIn(plan.durationSeconds), lengthWeights(arc, plan));
  const beats: PlannedBeat[] = [];
  let before: Before = { shotType: null, cameraMovement: null, startFrame: 0 };
  for (const [order, place] of arc.entries()) {
    const beat = beatAt(place, order, frames[order], before, plan);
    beats.push({ ...beat, transition: transitionInto(place.kind, beat.mood, order) });
    before = { ...beat, startFrame: beat.startFrame + beat.frames };
  }
  const shots = beats.map(({ shotType }) => shotType);
  const copy = copyOf(arc, shots, plan.brief);
  return beats.map((beat, order) => (copy[order] ? { ...beat, copy: copy[order] } : beat));
};
