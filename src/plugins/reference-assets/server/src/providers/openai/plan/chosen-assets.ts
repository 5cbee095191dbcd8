import type { RoleWishes } from '../../../../../shared/contracts/spec';
import type { ChosenAsset } from '../../language-ports';
import { clipText } from '../clip-text';

const mostWords = 24;

/** The beat that suits a role best when none asks for it: the last for a logo, the longest for the rest. */
export const beatFor = (
  role: ChosenAsset['role'],
  beats: readonly { seconds: number }[],
): number =>
  role === 'logo'
    ? beats.length - 1
    : beats.reduce((best, beat, at) => (beat.seconds > beats[best]!.seconds ? at : best), 0);

/**
 * Makes sure that every asset the user chose is asked for somewhere: its name leads the wish of a beat that wants its
 * role, and where no beat does, one is made to.
 */
export const withChosen = (
  beats: readonly { seconds: number; roles: RoleWishes }[],
  chosen: readonly ChosenAsset[],
): RoleWishes[] => {
  const wishes = beats.map(({ roles }) => ({ ...roles }));
  for (const { role, name } of chosen) {
    const wanting = wishes.flatMap((roles, at) => (roles[role].wanted ? [at] : []));
    const word = clipText(name, 120);
    for (const at of wanting.length > 0 ? wanting : [beatFor(role, beats)]) {
      const words = wishes[at]![role].words.filter((one) => one !== word);
      wishes[at]![role] = { wanted: true, words: [word, ...words].slice(0, mostWords) };
    }
  }
  return wishes;
};
