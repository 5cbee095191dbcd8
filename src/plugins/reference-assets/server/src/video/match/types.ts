import type { AssetType, Mood, ShotType } from '../../../../shared/contracts/vocabulary';
import type { RoleWish } from '../../../../shared/contracts/spec';

/** An asset the library offers for a role. Units: `semantic`, `wordScore` and `luminance` 0–1; `semantic` null without vectors. */
export type MatchCandidate = {
  documentId: string;
  name: string;
  description: string | null;
  assetType: AssetType;
  isLogo: boolean;
  primaryObject: string | null;
  colors: string[];
  styleTags: string[];
  recommendedShotTypes: ShotType[];
  usageContexts: string[];
  hasTransparency: boolean;
  usageCount: number;
  lastUsedAt: string | Date | null;
  createdAt: string | Date;
  luminance?: number;
  rightsOk: boolean;
  /** Calibrated by whoever encodes: .5 is as likely right as wrong. */
  semantic: number | null;
  wordScore: number;
};

/** What a role asks of the library. Shape: `words` are folded words, most telling first; empty asks for any of the role. */
export type CandidateQuery = {
  role: AssetType;
  words: string[];
  shotType: ShotType;
  limit: number;
};

/** The library as the matcher sees it. `byIds` answers in any order and leaves out what is not there. */
export type MatchLibrary = {
  candidates(query: CandidateQuery): Promise<MatchCandidate[]>;
  byIds(ids: string[]): Promise<MatchCandidate[]>;
};

/** How words are read: the library's own word tools, handed in. Shape: `relation` compares stems, query first. */
export type MatchWords = {
  splitWords(text: string): string[];
  isStopWord(word: string): boolean;
  /** Whether a stem is a word of the language, and so no brand's own. */
  isKnownWord(stemmed: string): boolean;
  stem(word: string): string;
  relation(query: string, word: string): { kind: string; strength: number } | null;
};

export type ScorePart = 'semantic' | 'words' | 'shotType' | 'role' | 'name' | 'rights' | 'use';

/** Each part of a score, 0–1; `semantic` is null when the library has no vectors for it. */
export type ScoreParts = Record<Exclude<ScorePart, 'semantic'>, number> & {
  semantic: number | null;
};

/** An asset proposed for a role. Units: `score` and `confidence` 0–1; the first orders, the second is calibrated. */
export type Candidate = {
  asset: string;
  score: number;
  confidence: number;
  parts: ScoreParts;
  reasons: string[];
};

/** The beat's side of a match. `roles` absent: every role is looked for in the action's words. */
export type MatchBeat = {
  shotType: ShotType;
  action: string;
  mood?: Mood | null;
  name?: string | null;
  roles?: Partial<Record<AssetType, RoleWish>>;
};

export type MatchProduct = { name: string; words: string[] };

/** One question to the matcher. `pinned` assets come first in their role, `excluded` ones never come. */
export type MatchRequest = {
  beat: MatchBeat;
  product?: MatchProduct | null;
  limit: number;
  pinned?: Partial<Record<AssetType, string[]>>;
  excluded?: string[];
};

/** The answer for one beat. Shape: an empty list is "no suitable asset", and `missing` says why. */
export type BeatMatch = Record<AssetType, Candidate[]> & {
  confidence: number;
  firstDesignConfidence: number;
  missing: Partial<Record<AssetType, string>>;
};
