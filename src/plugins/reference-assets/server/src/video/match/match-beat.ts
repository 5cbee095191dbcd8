import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';
import { beatConfidence, firstDesignConfidence } from './confidence';
import type { RoleQuestion } from './evidence';
import { missingReason, rankRole, type RankTools } from './rank-role';
import type {
  BeatMatch,
  Candidate,
  MatchCandidate,
  MatchLibrary,
  MatchProduct,
  MatchRequest,
} from './types';

/** How many candidates are looked at for each one that is answered. */
const candidatesPerAnswer = 5;
const fewestCandidates = 100;
const mostWords = 24;
const bestSupportedFit = 0.9;

const productPhrases = ({ beat, product }: MatchRequest): string[] => {
  const own = beat.roles?.product?.words ?? [];
  if (own.length > 0) return own;
  const name = product?.name || product?.words.join(' ');
  return name ? [name] : [];
};

const isWanted = (role: AssetType, { beat }: MatchRequest): boolean =>
  beat.roles?.[role]?.wanted ?? !beat.roles;

const questionFor = (
  role: AssetType,
  request: MatchRequest,
  productKnown: boolean,
): RoleQuestion => {
  const { beat } = request;
  const phrases = role === 'product' ? productPhrases(request) : (beat.roles?.[role]?.words ?? []);
  const named = phrases.length > 0;
  const inSentence = !named && !beat.roles && role !== 'product' && role !== 'logo';
  return {
    role,
    phrases: inSentence ? [beat.action] : phrases,
    named,
    action: beat.action,
    product: request.product ?? null,
    productKnown,
  };
};

/** The words the library preselects by; a role the brief leaves open is looked for in the action. */
const wordsToAsk = (question: RoleQuestion, { words }: RankTools): string[] => {
  const { role, named, product, action, phrases } = question;
  const texts = named ? phrases : [role === 'logo' ? (product?.name ?? '') : action];
  const list = texts
    .flatMap((text) => words.splitWords(text))
    .filter((word) => !words.isStopWord(word));
  return [...new Set(list)].slice(0, mostWords);
};

const without = (list: MatchCandidate[], excluded: ReadonlySet<string>): MatchCandidate[] =>
  list.filter(({ documentId }) => !excluded.has(documentId));

/** Each asset once, as the more telling question (the first) answered it. */
const once = (list: MatchCandidate[]): MatchCandidate[] => {
  const seen = new Set<string>();
  return list.filter(({ documentId }) => !seen.has(documentId) && seen.add(documentId));
};

const firstDesign = (candidate: Candidate | undefined): number =>
  firstDesignConfidence({
    found: candidate !== undefined,
    shotTypeFits: (candidate?.parts.shotType ?? 0) >= bestSupportedFit,
    similarity: candidate?.parts.semantic ?? candidate?.parts.words ?? 0,
    nameMatch: candidate?.parts.name ?? 0,
  });

const emptyAnswer = (): Record<AssetType, Candidate[]> => ({
  product: [],
  logo: [],
  person: [],
  environment: [],
  texture: [],
  prop: [],
});

const isProductNamed = (product: MatchProduct | null | undefined): boolean =>
  Boolean(product && (product.name || product.words.length > 0));

/**
 * Finds for one beat what the library has for every role it wants, with scores, reasons and an honest "none".
 *
 * Shape: a role the beat does not want, and one nothing fits, is `[]`; `missing` tells the two apart.
 */
export const createBeatMatcher = (library: MatchLibrary, tools: RankTools) => {
  const rank = async (question: RoleQuestion, request: MatchRequest): Promise<Candidate[]> => {
    const { role } = question;
    const { shotType } = request.beat;
    const excluded = new Set(request.excluded ?? []);
    const limit = Math.max(fewestCandidates, request.limit * candidatesPerAnswer);
    const pins = (request.pinned?.[role] ?? []).filter((id) => !excluded.has(id));
    const query = { role, shotType, limit };
    const [worded, any, known] = await Promise.all([
      library.candidates({ ...query, words: wordsToAsk(question, tools) }),
      library.candidates({ ...query, words: [] }),
      pins.length > 0 ? library.byIds(pins) : [],
    ]);
    const pinned = pins.flatMap((id) => known.filter(({ documentId }) => documentId === id));
    const offered = without(once([...worded, ...any]), excluded);
    return rankRole(question, shotType, offered, pinned, tools).slice(0, request.limit);
  };

  const isProductKnown = async (request: MatchRequest): Promise<boolean> => {
    if (!isProductNamed(request.product)) return true;
    const found = await rank(questionFor('product', request, true), request);
    return found.some(({ parts }) => parts.rights > 0);
  };

  return async (request: MatchRequest): Promise<BeatMatch> => {
    const wanted = assetTypes.filter((role) => isWanted(role, request));
    const productKnown = wanted.includes('logo') ? await isProductKnown(request) : true;
    const answer = emptyAnswer();
    const missing: BeatMatch['missing'] = {};
    const best: Partial<Record<AssetType, number>> = {};
    for (const role of wanted) {
      const question = questionFor(role, request, productKnown);
      answer[role] = await rank(question, request);
      if (answer[role].length === 0) missing[role] = missingReason(role, question);
      else best[role] = answer[role][0].confidence;
    }
    const confidence = beatConfidence(best, wanted, tools.weights.roles);
    const leading = wanted.find((role) => role === 'product') ?? wanted[0];
    return {
      ...answer,
      confidence,
      firstDesignConfidence: leading ? firstDesign(answer[leading][0]) : 1,
      missing,
    };
  };
};
export type MatchBeatFunction = ReturnType<typeof createBeatMatcher>;
