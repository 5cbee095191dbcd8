import type {
  BriefPlanner,
  EntityFinder,
  MarkInspector,
  Moderator,
  PictureAnalyst,
} from '../language-ports';
import { createEntityFinder } from './entities';
import { createLink } from './link';
import { createMarkInspector } from './marks';
import { createModerator } from './moderate';
import type { ModelChoice, OpenAiOptions } from './options';
import { createPictureAnalyst } from './picture/analyst';
import { createBriefPlanner } from './plan/planner';
import { retirementDay } from './retirements';
import { rateOf } from './token-rates';

export { openAiConfig, type OpenAiConfig } from './config';
export { efforts, type Effort, type ModelChoice, type OpenAiOptions } from './options';
export { knownRetirements, retirementDay } from './retirements';
export { knownTokenRates, rateOf, tokenRate, type TokenRate } from './token-rates';

export interface OpenAi {
  analyst: PictureAnalyst;
  inspector: MarkInspector;
  planner: BriefPlanner;
  entities: EntityFinder;
  moderator: Moderator;
}

/**
 * OpenAI's part in the house: pictures into words, briefs into plans, and a check of what is to be made.
 *
 * Throws: `RangeError` for a model whose price nobody knows; the configuration refuses it before.
 */
export const createOpenAi = (options: OpenAiOptions): OpenAi => {
  const link = createLink(options);
  const setting = (choice: ModelChoice) => {
    const rate = rateOf(choice.model, options.rates);
    if (!rate) throw new RangeError(`the price of ${choice.model} is not known`);
    return { link, choice, rate, retiresAt: retirementDay(choice.model, options.rates) };
  };
  // Names are found without much thought, and are few.
  const reading = {
    ...options.planning,
    effort: 'low' as const,
    maxOutputTokens: Math.min(options.planning.maxOutputTokens, 4000),
  };
  const looking = {
    ...options.analysis,
    effort: 'low' as const,
    maxOutputTokens: Math.min(options.analysis.maxOutputTokens, 1500),
  };
  return {
    analyst: createPictureAnalyst(setting(options.analysis)),
    inspector: createMarkInspector(setting(looking)),
    planner: createBriefPlanner(setting(options.planning)),
    entities: createEntityFinder(setting(reading)),
    moderator: createModerator(link, options.moderationModel),
  };
};
