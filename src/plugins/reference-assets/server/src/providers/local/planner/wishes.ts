import type { NamedProduct, RoleWish, RoleWishes } from '../../../../../shared/contracts/spec';
import type { ArcBeat, BeatKind } from './arc';
import type { Brief, Step } from './brief';
import { noPeople } from './lexicon/people';
import { lookupWords } from './noun-phrase';
import { cutAt, wordsOf } from './read-text';
import { findSetting, type Setting } from './setting';

const wantsProduct: BeatKind[] = ['hook', 'hero', 'detail', 'benefit', 'action', 'people'];
const wantsSurroundings: BeatKind[] = [
  'hook',
  'context',
  'hero',
  'benefit',
  'action',
  'people',
  'step',
];
const wantsPerson: BeatKind[] = ['context', 'benefit', 'action', 'people'];
const wantsProp: BeatKind[] = ['hero', 'detail', 'benefit', 'people'];
const wantsSurface: BeatKind[] = ['hero', 'detail', 'step'];

/** The product of a beat: its step's own, else the video's. */
export const productOf = (brief: Brief, step: Step | null): NamedProduct | null =>
  step?.product ?? brief.product;

/** Where a beat plays: its step's own place, else the video's. */
export const settingOf = (brief: Brief, step: Step | null): Setting => {
  const own = step ? findSetting(wordsOf(step.text)) : null;
  return own && own.words.length > 0 ? own : brief.setting;
};

const mentions = (text: string, phrase: string | null): boolean => {
  const said = new Set(lookupWords(text));
  return lookupWords(phrase ?? '').some((word) => word.length > 2 && said.has(word));
};

const stepWantsProduct = (brief: Brief, step: Step): boolean => {
  if (!brief.product || step.product) return true;
  if (mentions(step.text, brief.product.name) || /\b(?:it|its|product)\b/i.test(step.text))
    return true;
  return brief.steps.every(
    ({ text, product }) => !product && !mentions(text, brief.product?.name ?? null),
  );
};

const wish = (wanted: boolean, words: (string | null)[]): RoleWish => ({
  wanted,
  words: wanted
    ? words.filter((word) => word !== null && word !== '').map((word) => cutAt(String(word), 120))
    : [],
});

/** What a beat wants of each role: what the brief names, where the story shows it. */
export const wishesFor = ({ kind }: ArcBeat, brief: Brief, step: Step | null): RoleWishes => {
  const product = productOf(brief, step);
  const setting = settingOf(brief, step);
  const inStep = (phrase: string | null): boolean =>
    kind === 'step' && mentions(step?.text ?? '', phrase);
  const person = brief.person !== null && !noPeople.test(brief.text);
  const showsProduct =
    wantsProduct.includes(kind) ||
    (kind === 'end' && !brief.logo.wanted) ||
    (kind === 'step' && step !== null && stepWantsProduct(brief, step));
  return {
    product: wish(showsProduct, [product?.name ?? null]),
    logo: wish(kind === 'end' && brief.logo.wanted, [brief.logo.brand]),
    environment: wish(wantsSurroundings.includes(kind), setting.words),
    person: wish(person && (wantsPerson.includes(kind) || inStep(brief.person)), [brief.person]),
    prop: wish(brief.prop !== null && (wantsProp.includes(kind) || inStep(brief.prop)), [
      brief.prop,
    ]),
    texture: wish(brief.setting.texture !== null && wantsSurface.includes(kind), [
      brief.setting.texture,
    ]),
  };
};
