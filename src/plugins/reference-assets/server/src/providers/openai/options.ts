import type { TokenRate } from './token-rates';

/** How hard a model thinks before it answers. */
export const efforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const;
export type Effort = (typeof efforts)[number];

/** What answers one kind of question, and how long its answer may be (its reasoning included). */
export interface ModelChoice {
  model: string;
  effort: Effort;
  maxOutputTokens: number;
}

export interface OpenAiOptions {
  apiKey: string;
  baseUrl?: string;
  /** For a whole call, its body included. */
  timeoutMs: number;
  analysis: ModelChoice;
  planning: ModelChoice;
  moderationModel: string;
  /** Prices beside or instead of the known ones. */
  rates: Readonly<Record<string, TokenRate>>;
}
