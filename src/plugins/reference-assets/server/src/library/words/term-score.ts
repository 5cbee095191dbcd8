import type { AskedTerm } from './asked-terms';
import type { ReadDocument } from './read-document';
import { reasonFor, type WordMatch } from './word-score';

interface Found {
  value: number;
  reason(): string;
}

const bestOf = ({ asked, answers }: AskedTerm, { words, joined }: ReadDocument): Found | null => {
  const whole = joined.get(asked);
  let best: Found | null = whole
    ? { value: whole.value, reason: () => `${whole.label} has "${asked}"` }
    : null;
  for (const [word, { value, label }] of words) {
    const answer = answers.get(word);
    const worth = (answer?.strength ?? 0) * value;
    if (answer && worth > (best?.value ?? 0))
      best = { value: worth, reason: () => reasonFor(label, asked, word, answer) };
  }
  return best;
};

/**
 * Scores a document against what a search asks for and says what matched where.
 *
 * Shape: `score` is the share of the asked weight that is answered, 0–1; nothing asked scores 0.
 */
export const termScore = (terms: readonly AskedTerm[], document: ReadDocument): WordMatch => {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { score: 0, matched: [] };
  const found = terms.flatMap((term) => {
    const best = bestOf(term, document);
    return best ? [{ ...best, weight: term.weight }] : [];
  });
  return {
    score: Math.min(1, found.reduce((sum, { value, weight }) => sum + value * weight, 0) / total),
    matched: [...new Set(found.map(({ reason }) => reason()))],
  };
};
