import type { Light } from './light';
import { legibleScheme } from './legible-scheme';
import { chooseScheme, type Scheme } from './scheme';
import { seededRandom } from './seeded-random';
import { planStage } from './stage';
import { paintStageBack, paintStageFront, type StageSet } from './stage-plate';
import { setTitle } from './stage-title';
import type { Size, StillRequest } from './still-request';

/** Light from above the middle. */
const lightOf = ({ width, height }: Size): Light => ({
  x: width / 2,
  y: height * 0.4,
  radius: Math.max(width, height) * 0.42,
  glow: 0.1,
});

/**
 * What is shown of a beat that has no picture at all: shapes in the brand's colours, and the beat's own words where no
 * headline and no logo stands there. An end card's colours are those on which its logo can be read.
 */
export const emptyStage = async (request: StillRequest, notes: string[]): Promise<StageSet> => {
  const { size, palette, logo, title, copy, beat } = request;
  const { mood } = beat;
  const setIn = (scheme: Scheme, at: Size): StageSet => ({
    ...{ size: at, mood, scheme, light: lightOf(at) },
    ...{ title: null, isOpen: logo === undefined },
    stage: planStage({
      ...{ size: at, mood, scheme, isQuiet: logo !== undefined },
      ...{ shot: beat.shotType, order: beat.order },
      random: seededRandom(`${request.seed}|${beat.order}|stage`),
    }),
  });
  if (logo) {
    const { scheme, contrast } = await legibleScheme(logo, {
      ...{ size, mood, palette },
      paint: (scheme, at) => {
        const set = setIn(scheme, at);
        const plate = paintStageBack(set);
        paintStageFront(plate, set);
        return plate;
      },
    });
    notes.push(
      contrast === null
        ? "set: the colour of the logo's own plate"
        : `set: colours on which the logo can be read, contrast ${contrast.toFixed(1)}`,
    );
    return setIn(scheme, size);
  }
  const scheme = chooseScheme(palette, mood, null);
  const set = setIn(scheme, size);
  if (!title || copy?.headline) return set;
  const words = await setTitle(title, size, scheme);
  if (words) notes.push('set: the words stand for what there is no picture of');
  return { ...set, title: words };
};
