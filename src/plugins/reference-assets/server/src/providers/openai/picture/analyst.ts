import type { PictureAnalyst, PictureQuestion, PictureWords } from '../../language-ports';
import { clipText, clipTexts } from '../clip-text';
import { dataUrl } from '../data-url';
import { createInquiry, type InquirySetting } from '../inquire';
import { answerIn } from '../reply';
import { pictureInstructions } from './instructions';
import { pictureAnswer, type PictureAnswer } from './schema';

/** Names the wording of {@link pictureInstructions} and the schema of {@link pictureAnswer}; raise it with either. */
export const picturePromptVersion = 'picture-1';

const orNull = (text: string | null, most: number): string | null =>
  (text && clipText(text, most)) || null;

const settle = (answer: PictureAnswer): PictureWords => ({
  altText: clipText(answer.altText, 300),
  caption: clipText(answer.caption, 1000),
  assetType: answer.assetType,
  confidence: answer.confidence,
  primaryObject: orNull(answer.primaryObject, 120),
  styleTags: clipTexts(answer.styleTags, 60, 12),
  recommendedShotTypes: [...new Set(answer.recommendedShotTypes)],
  usageContexts: clipTexts(answer.usageContexts, 60, 8),
  visibleText: orNull(answer.visibleText, 2000),
  logo: {
    isLogo: answer.isLogo,
    confidence: answer.logoConfidence,
    reason: clipText(answer.logoReason, 300),
  },
});

const operation = 'analyse-picture';

/** Looks at a picture: one bounded copy as a data URL at `detail: 'high'`, so that its price has a ceiling. */
export const createPictureAnalyst = (setting: InquirySetting): PictureAnalyst => ({
  ...createInquiry(setting, {
    operation,
    promptVersion: picturePromptVersion,
    instructions: ({ language }: PictureQuestion) => pictureInstructions(language),
    content: (question) => [
      { type: 'input_text', text: 'The picture to describe:' },
      { type: 'input_image', image_url: dataUrl(question), detail: 'high' },
    ],
    schema: () => pictureAnswer,
    settle,
  }),
  read: ({ body }) => settle(answerIn(body, pictureAnswer, operation)),
});
