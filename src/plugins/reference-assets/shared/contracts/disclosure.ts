/**
 * How a picture or a film came about, in the words of IPTC.
 *
 * Source: IPTC digital source type vocabulary, cv.iptc.org/newscodes/digitalsourcetype.
 */
export const digitalSourceTypes = [
  /** Made by a trained model alone. */
  'trainedAlgorithmicMedia',
  /** A trained model's work with other pictures in or over it. */
  'compositeWithTrainedAlgorithmicMedia',
  /** Put together from several pictures by rules, without a trained model of ours. */
  'composite',
  /** Drawn by rules alone, from no picture. */
  'algorithmicMedia',
] as const;
export type DigitalSourceType = (typeof digitalSourceTypes)[number];

/** What a video says about its making; the file itself carries the same as metadata. */
export interface Disclosure {
  digitalSourceType: DigitalSourceType;
  /** Models and programs that made it, as `provider/model`. */
  models: string[];
  /** One sentence for people, in English. */
  statement: string;
  /** Words that stand on every frame; null without a visible label. */
  label: string | null;
  /** Whether the file carries a signed C2PA manifest. */
  signed: boolean;
}
