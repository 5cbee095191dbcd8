import type { BeatCopy, Transition, VideoSpec } from '../../../../../shared/contracts/spec';
import type { Mood, ShotType } from '../../../../../shared/contracts/vocabulary';
import type { ArcBeat, BeatKind } from './arc';
import type { Brief } from './brief';
import { quotedLines } from './copy';
import { capitalised, shorten } from './read-text';

/** What a video closes on when its brief gives no line of its own. */
const usualCall: Record<VideoSpec['language'], string> = {
  en: 'Discover it now',
  de: 'Jetzt entdecken',
  fr: 'À découvrir maintenant',
  es: 'Descúbrelo ahora',
};

const longestHeadline = 80;
const longestCall = 40;
/** Beats that carry the brief's own lines, in this order. */
const speaking: BeatKind[] = ['hook', 'hero', 'detail', 'action', 'benefit', 'people', 'context'];

/** Shots that the product fills, so that words would stand on it. */
const filled: readonly ShotType[] = ['extreme_close_up', 'detail_showcase'];

/** Which of the brief's own lines stand where; the last one closes the video. */
const headlinesOf = (
  arc: readonly ArcBeat[],
  shots: readonly ShotType[],
  brief: Brief,
): Map<number, string> => {
  const lines = quotedLines(brief.text);
  const before = lines.filter((line) => line !== brief.callToAction);
  const places = arc
    .map(({ kind }, order) => ({ order, rank: speaking.indexOf(kind) }))
    .filter(({ order, rank }) => rank >= 0 && !filled.includes(shots[order]))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, Math.max(1, before.length))
    .map(({ order }) => order)
    .sort((one, other) => one - other);
  const own = new Map(
    places.flatMap((order, index) => (before[index] ? [[order, before[index]]] : [])),
  );
  const name = brief.product?.name;
  const hero = arc.findIndex(({ kind }) => kind === 'hero');
  // A product's name is the one headline that claims nothing the brief does not say.
  if (own.size === 0 && name && hero >= 0) own.set(hero, capitalised(name));
  return own;
};

/** The words on each beat, in the brief's own language: its quoted lines, its product's name, its call to action. */
export const copyOf = (
  arc: readonly ArcBeat[],
  shots: readonly ShotType[],
  brief: Brief,
): (BeatCopy | undefined)[] => {
  const headlines = headlinesOf(arc, shots, brief);
  return arc.map(({ kind }, order) => {
    if (kind === 'end') return closing(brief);
    const headline = headlines.get(order);
    return headline ? { headline: shorten(headline, longestHeadline) } : undefined;
  });
};

/** A short line is a button; one that is a sentence stands above the usual one. */
const closing = ({ callToAction, language }: Brief): BeatCopy => {
  if (!callToAction) return { callToAction: usualCall[language] };
  return callToAction.length <= longestCall
    ? { callToAction }
    : { headline: shorten(callToAction, longestHeadline), callToAction: usualCall[language] };
};

const soft: Partial<Record<Mood, number>> = { calm: 14, elegant: 14, warm: 12, fresh: 8 };

/** How a beat is come into: hard cuts where it is lively, dissolves where it is quiet, a dip to black before a dramatic end. */
export const transitionInto = (kind: BeatKind, mood: Mood, order: number): Transition => {
  if (order === 0) return { kind: 'cut', frames: 0 };
  const frames = soft[mood];
  if (frames !== undefined) return { kind: 'dissolve', frames };
  if (kind !== 'end') return { kind: 'cut', frames: 0 };
  return mood === 'dramatic' ? { kind: 'dip', frames: 12 } : { kind: 'dissolve', frames: 8 };
};
