import type { ModelRow } from '../../../../shared/contracts/models';
import type { ShotType } from '../../../../shared/contracts/vocabulary';
import type { BeatRow } from '../../stores/video-rows';
import { fitPrompt } from './fit';
import { nameReferences, type ShownReference } from './name-references';

/** What a prompt for a still is made from. `shown`: the references really sent, in their order. */
export interface StillWords {
  model: ModelRow;
  beat: Pick<BeatRow, 'prompt' | 'shotType' | 'mood'>;
  shown: readonly ShownReference[];
}

const framing: Record<ShotType, string> = {
  close_up: 'A close-up',
  medium: 'A medium shot',
  wide: 'A wide shot',
  extreme_close_up: 'An extreme close-up',
  hero_shot: 'A hero shot of the product',
  detail_showcase: 'A shot of one detail of the product',
  lifestyle_context: 'The product in everyday use',
  action_shot: 'A shot in the middle of the action',
  overhead: 'A shot from straight above',
  dramatic_angle: 'A shot from a low, dramatic angle',
  product_in_motion: 'The product in motion, frozen sharply',
};

/** Words in a picture come out garbled, and logos are set by us; both are kept out where the beat does not say so. */
const unpainted =
  'No text, no captions, no watermark and no logo that is not on the product itself';

/** What models with such a field are told to leave out. */
export const negativePrompt = (model: ModelRow): string | undefined =>
  model.inputs.negativePrompt && model.kind === 'still'
    ? 'text, captions, watermark, added logo, frame, collage, deformed product, extra limbs, blur'
    : model.inputs.negativePrompt &&
      'text, captions, watermark, cuts, morphing shapes, changing product, extra limbs';

/**
 * The words for a still: what each reference is and keeps, then the beat as a person may have edited it.
 *
 * Source: practice of multi-reference edit models, 2026: label each picture's role, stay below 200 words.
 */
export const stillPrompt = ({ model, beat, shown }: StillWords): string => {
  const said = beat.prompt.toLowerCase();
  const sketch = model.inputs.controlImage
    ? 'Keep the outlines of the control picture; redraw nothing of the product'
    : '';
  return fitPrompt(model, {
    first: [...nameReferences(model, shown), sketch],
    middle: beat.prompt,
    last: [
      `One single photograph. ${framing[beat.shotType]}, ${beat.mood}`,
      /no (text|caption|watermark)/.test(said) ? '' : unpainted,
    ],
  });
};
