import { framesIn, mostBeats } from '../../beat-frames';
import type { BriefPlanner, ChosenAsset, PlanQuestion } from '../../language-ports';
import { clipText } from '../clip-text';
import { createInquiry, type InquirySetting } from '../inquire';
import { planInstructions } from './instructions';
import { namedLines } from './named-things';
import { planAnswer } from './schema';
import { settlePlan } from './settle-plan';

/** Names the wording of {@link planInstructions} and the schema of {@link planAnswer}; raise it with either. */
export const planPromptVersion = 'plan-3';

const assetLine = ({ role, name, description }: ChosenAsset): string =>
  `- ${role}: ${clipText(name, 120)}${description ? ` (${clipText(description, 300)})` : ''}`;

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? [title, ...lines] : [];

const questionText = (question: PlanQuestion): string => {
  const { prompt, durationSeconds, aspectRatio, chosen, entities, tone } = question;
  return [
    `Length: ${durationSeconds} seconds. Aspect ratio: ${aspectRatio}.`,
    ...titled('Assets chosen by the user:', chosen.map(assetLine)),
    ...titled('The brief speaks of:', entities ? namedLines(entities) : []),
    ...titled('How the brand speaks:', tone ? [clipText(tone, 400)] : []),
    'Brief:',
    prompt,
  ].join('\n');
};

/** Plans a video from a brief with a model; what it answers is made to fit to the frame. */
export const createBriefPlanner = (setting: InquirySetting): BriefPlanner =>
  createInquiry(setting, {
    operation: 'plan-video',
    promptVersion: planPromptVersion,
    instructions: () => planInstructions,
    content: (question: PlanQuestion) => [{ type: 'input_text', text: questionText(question) }],
    schema: ({ durationSeconds }) => planAnswer(Math.min(60, mostBeats(framesIn(durationSeconds)))),
    settle: settlePlan,
  });
