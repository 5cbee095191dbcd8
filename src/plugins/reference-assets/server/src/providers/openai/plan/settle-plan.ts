import type { PlannedBeat, RoleWishes, VideoSpec } from '../../../../../shared/contracts/spec';
import { assetTypes, framesPerSecond } from '../../../../../shared/contracts/vocabulary';
import { framesIn, shareFrames } from '../../beat-frames';
import type { PlanQuestion } from '../../language-ports';
import { clipText, clipTexts } from '../clip-text';
import { withChosen } from './chosen-assets';
import { withNamed } from './named-things';
import type { BeatAnswer, PlanAnswer } from './schema';

const orElse = (text: string, most: number, fallback: string): string =>
  clipText(text, most) || fallback;

const tidyWishes = (roles: BeatAnswer['roles']): RoleWishes =>
  Object.fromEntries(
    assetTypes.map((role) => {
      const { wanted, words } = roles[role];
      return [role, { wanted, words: wanted ? clipTexts(words, 120, 8) : [] }];
    }),
  ) as RoleWishes; // every role of the vocabulary is there

const beatsOf = (answer: PlanAnswer, question: PlanQuestion): PlannedBeat[] => {
  const { durationSeconds, chosen, entities } = question;
  const planned = answer.beats.map((beat) => ({ ...beat, roles: tidyWishes(beat.roles) }));
  const named = entities ? withNamed(planned, entities) : planned.map(({ roles }) => roles);
  const asked = planned.map((beat, at) => ({ ...beat, roles: named[at]! }));
  const wishes = withChosen(asked, chosen);
  const shares = shareFrames(
    framesIn(durationSeconds),
    asked.map(({ seconds }) => seconds),
  );
  let startFrame = 0;
  return asked.map((beat, order) => {
    const frames = shares[order]!;
    const at = startFrame;
    startFrame += frames;
    const action = orElse(beat.action, 400, `Shot ${order + 1}`);
    return {
      order,
      name: orElse(beat.name, 80, `Beat ${order + 1}`),
      startSeconds: at / framesPerSecond,
      durationSeconds: frames / framesPerSecond,
      startFrame: at,
      frames,
      shotType: beat.shotType,
      action,
      mood: beat.mood,
      cameraMovement: beat.cameraMovement,
      prompt: orElse(beat.prompt, 1500, action),
      roles: wishes[order]!,
    };
  });
};

/** A model's plan as ours: its beats' lengths are proportions, and the frames are shared out as local plans share them. */
export const settlePlan = (answer: PlanAnswer, question: PlanQuestion): VideoSpec => {
  const { entities } = question;
  const product = clipText(answer.productName ?? entities?.product ?? '', 120);
  const audience = clipText(answer.audience ?? '', 120);
  const callToAction = clipText(answer.callToAction ?? '', 120);
  return {
    intent: orElse(answer.intent, 600, clipText(question.prompt, 600)),
    title: orElse(answer.title, 80, 'Untitled video'),
    product: product ? { name: product, words: clipTexts(answer.productWords, 60, 12) } : null,
    ...(audience && { audience }),
    setting: clipTexts(answer.setting, 60, 12),
    moods: [...new Set(answer.moods)],
    ...(callToAction && { callToAction }),
    language: answer.language,
    planner: 'openai',
    ...(entities && { entities }),
    beats: beatsOf(answer, question),
  };
};
