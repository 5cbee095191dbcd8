import type {
  BeatRow,
  VideoRow,
} from '../../../src/plugins/reference-assets/server/src/stores/video-rows';
import { beatTitle } from '../../../src/plugins/reference-assets/server/src/video/beat-title';
import { stillHashOf } from '../../../src/plugins/reference-assets/server/src/video/still-scene';
import {
  assetTypes,
  type AssetType,
} from '../../../src/plugins/reference-assets/shared/contracts/vocabulary';

const roles = (words: Partial<Record<AssetType, string>>) =>
  Object.fromEntries(
    assetTypes.map((role) => [
      role,
      { wanted: words[role] !== undefined, words: words[role] ? [words[role]] : [] },
    ]),
  );
const beat = (words: Partial<Record<AssetType, string>>, shotType = 'medium') =>
  ({ roles: roles(words), shotType, references: {}, copy: null, take: 0 }) as unknown as BeatRow;
const video = (product: string | null) =>
  ({
    spec: { product: product === null ? null : { name: product, words: [] } },
  }) as unknown as VideoRow;

describe('what a beat is about', () => {
  it('is what it wants to show, in the words of the brief, the place first in a wide shot', () => {
    const words = { product: 'wasserdichte Wanderjacke', environment: 'im Regen' };
    expect(beatTitle(video(null), beat(words))).toBe('Wasserdichte Wanderjacke');
    expect(beatTitle(video(null), beat(words, 'wide'))).toBe('Im Regen');
  });

  it('is the product of the video where the beat says nothing, and nothing where nobody says', () => {
    expect(beatTitle(video('cordless drill'), beat({}))).toBe('Cordless drill');
    expect(beatTitle(video(null), beat({}))).toBeNull();
    expect(beatTitle({ spec: null }, { ...beat({}), roles: null })).toBeNull();
    expect(beatTitle(video('x'.repeat(61)), beat({}))).toBeNull();
  });

  it('makes another still where the beat has no picture, and only there', () => {
    const look = {
      palette: ['#112233'],
      aspectMismatch: 'crop',
      typefaces: [],
      legalLines: [],
    } as const;
    const named = (product: string) =>
      ({ ...video(product), documentId: 'v', aspectRatio: '16:9' }) as VideoRow;
    const hash = (product: string, chosen: object) =>
      stillHashOf(named(product), beat({}), chosen, look);
    expect(hash('drill', {})).not.toBe(hash('saw', {}));
    const chosen = { product: { documentId: 'p', contentHash: 'h', hasTransparency: true } };
    expect(hash('drill', chosen)).toBe(hash('saw', chosen));
  });
});
