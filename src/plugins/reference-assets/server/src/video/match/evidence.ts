import type { AssetType } from '../../../../shared/contracts/vocabulary';
import { brandEvidence, markShare, productBrandEvidence } from './logo-evidence';
import { logoBrand, logoFamily } from './logo-forms';
import { looseEvidence } from './loose-evidence';
import {
  mentionEvidence,
  properNameEvidence,
  thingEvidence,
  type Evidence,
} from './product-evidence';
import { isDepictionWord, type ReadCandidate } from './candidate-text';
import type { ThingReader } from './things';
import type { MatchProduct, MatchWords } from './types';
import type { MatchWeights } from './weights';

/** What is asked of a role. Shape: `named` is false when `phrases` are only the words of a sentence. */
export type RoleQuestion = {
  role: AssetType;
  phrases: string[];
  named: boolean;
  action: string;
  product: MatchProduct | null;
  /** Whether the product the brief names is in the library, or the brief names none. */
  productKnown: boolean;
};

type Tools = { words: MatchWords; things: ThingReader; weights: MatchWeights };

const ofMeaning = (read: ReadCandidate, { semanticEvidence }: MatchWeights): Evidence | null => {
  const { semantic } = read.candidate;
  return semantic !== null && semantic >= semanticEvidence
    ? { value: 0.5, reasons: ['the picture itself speaks for it'] }
    : null;
};

const ofThing = (
  question: RoleQuestion,
  read: ReadCandidate,
  { words, things }: Tools,
): Evidence | null => {
  const found = question.phrases
    .filter((phrase) => !read.isDepiction || isDepictionWord(phrase, words))
    .map(
      (phrase) =>
        thingEvidence(things.asked(phrase), phrase, read, words) ??
        properNameEvidence(phrase, read, words),
    )
    .filter((evidence) => evidence !== null)
    .sort((a, b) => b.value - a.value);
  return found[0] ?? null;
};

const ofLogo = (question: RoleQuestion, read: ReadCandidate, { words }: Tools): Evidence | null => {
  if (question.named) return brandEvidence(question.phrases, read, words);
  return question.product && productBrandEvidence(question.product, read, words);
};

const ofSurroundings = (
  question: RoleQuestion,
  read: ReadCandidate,
  fit: number,
  tools: Tools,
): Evidence | null => {
  const { role, phrases, named } = question;
  // Filed under another type: only if it is the very thing asked for, not if a word of it occurs somewhere.
  if (fit < 1) return named ? ofThing(question, read, tools) : null;
  return looseEvidence(phrases, read, tools.words, {
    keepMaterials: role === 'texture',
    anyWord: !named,
  });
};

/** Why this asset may stand in the role, or null: having nothing to show for it is an answer. */
export const evidenceFor = (
  question: RoleQuestion,
  read: ReadCandidate,
  fit: number,
  tools: Tools,
): Evidence | null => {
  const { role, named } = question;
  if (role === 'logo') return ofLogo(question, read, tools);
  const meaning = fit === 1 ? ofMeaning(read, tools.weights) : null;
  if (role === 'product' || role === 'prop') {
    if (named) return ofThing(question, read, tools) ?? meaning;
    return fit < 1 || read.isDepiction
      ? null
      : (mentionEvidence(question.action, read, tools.words) ?? meaning);
  }
  return ofSurroundings(question, read, fit, tools) ?? meaning;
};

const only = (role: AssetType): Evidence => ({
  value: 0.5,
  reasons: [`the brief names none, and this is the only ${role} in the library`],
});

const onlyBrand: Evidence = {
  value: 0.5,
  reasons: ['the brief names none, and the library has logos of one brand only'],
};

const fromBrandKit: Evidence = {
  value: 0.5,
  reasons: ['the brief names no brand, and this is a logo of the brand kit'],
};

/** An asset with what speaks for it where the brief says nothing. */
type Fallback = { read: ReadCandidate; evidence: Evidence };

/** Evidence for logos of one brand: the logo with the name in it first. */
const forLogos = (
  reads: readonly ReadCandidate[],
  evidence: Evidence,
  words: MatchWords,
): Fallback[] =>
  reads.map((read) => ({
    read,
    evidence: { ...evidence, value: evidence.value * markShare([], read, words) },
  }));

/**
 * What to take where the brief leaves a role open and nothing speaks for any asset: the sole one there is, and of several logos the one
 * in use, said openly. Shape: the assets to fall back on with the evidence to show; none where there is nothing to go by.
 */
export const fallbackFor = (
  question: RoleQuestion,
  fitting: readonly ReadCandidate[],
  { words, weights }: Tools,
): Fallback[] => {
  if (question.named || fitting.length === 0) return [];
  if (question.role !== 'logo') {
    if (question.phrases.length > 0) return [];
    const alone =
      fitting.length === 1 && (question.role !== 'product' || question.product === null);
    return alone ? [{ read: fitting[0], evidence: only(question.role) }] : [];
  }
  const ofBrand = weights.brandLogos.flatMap(
    (id) => fitting.find(({ candidate }) => candidate.documentId === id) ?? [],
  );
  if (ofBrand.length > 0) {
    // The first one's family; which of its forms stands is decided by what it will stand on.
    const family = logoFamily(ofBrand[0].candidate, words);
    const reads = ofBrand.filter(({ candidate }) => logoFamily(candidate, words) === family);
    return reads.map((read) => ({ read, evidence: fromBrandKit }));
  }
  if (!question.productKnown || weights.logoWhenUnnamed === 'none') return [];
  const brands = new Set(fitting.map(({ candidate }) => logoBrand(candidate, words)));
  if (brands.size === 1) return forLogos(fitting, onlyBrand, words);
  if (weights.logoWhenUnnamed === 'single') return [];
  const reason = 'the brief names no brand; this is a guess among the logos in the library';
  return forLogos(fitting, { value: 0.1, reasons: [reason] }, words);
};
