import type { AskedTerm } from './asked-terms';
import {
  fieldWords,
  reasonFor,
  type FieldWords,
  type WordDocument,
  type WordMatch,
} from './word-score';

/** A word that says which thing it is counts a little less than the thing: a car brand logo is a logo. */
const besideTheThing = 0.88;

interface Found {
  value: number;
  reason: string;
}

const bestInField = ({ asked, answers }: AskedTerm, field: FieldWords): Found | null => {
  if (field.joined.has(asked))
    return { value: field.weight, reason: `${field.label} has "${asked}"` };
  let best: Found | null = null;
  for (const word of [...field.stems, ...field.known]) {
    const answer = answers.get(word);
    const place = field.heads.has(word) ? 1 : besideTheThing;
    const value = (answer?.strength ?? 0) * place * field.weight;
    if (answer && value > (best?.value ?? 0))
      best = { value, reason: reasonFor(field.label, asked, word, answer) };
  }
  return best;
};

const bestOf = (term: AskedTerm, fields: readonly FieldWords[]): Found | null =>
  fields.reduce<Found | null>((best, field) => {
    const found = bestInField(term, field);
    return found && found.value > (best?.value ?? 0) ? found : best;
  }, null);

/**
 * Scores a document against what a search asks for and says what matched where.
 *
 * Shape: `score` is the share of the asked weight that is answered, 0–1; nothing asked scores 0.
 */
export const termScore = (terms: readonly AskedTerm[], document: WordDocument): WordMatch => {
  const fields = fieldWords(document);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { score: 0, matched: [] };
  const found = terms.flatMap((term) => {
    const best = bestOf(term, fields);
    return best ? [{ ...best, weight: term.weight }] : [];
  });
  return {
    score: Math.min(1, found.reduce((sum, { value, weight }) => sum + value * weight, 0) / total),
    matched: [...new Set(found.map(({ reason }) => reason))],
  };
};
