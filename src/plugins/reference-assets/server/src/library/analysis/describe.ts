import type { Analysis } from '../../../../shared/contracts/assets';
import { ProviderError } from '../../errors';
import type { MeasuredPicture } from '../../media/media-worker';
import type { ZeroShot } from '../../providers/clip';
import type { PictureAnalyst } from '../../providers/language-ports';
import type { Encoder } from '../../providers/ports';
import type { AssetRow } from '../../stores/asset-rows';
import { describeCompared } from './describe-compared';
import { describeLocally, localIdentity } from './describe-locally';
import { describeSeen } from './describe-seen';
import type { Description } from './description';
import type { Look } from './look';

/** Which of the ways to describe pictures the configuration asks for; `auto` takes the best that is configured. */
export type DescriberName = 'auto' | 'local' | 'clip-zero-shot' | 'openai';

interface Needs {
  choice: DescriberName;
  encoder: Encoder;
  zeroShot: ZeroShot;
  /** Present where a vendor is configured. */
  vision: { analyst: PictureAnalyst; look: Look; how: string } | null;
}

/** A picture to be put into words. */
export interface Undescribed {
  row: AssetRow;
  input: Buffer | string;
  picture: MeasuredPicture;
  /** Of the encoder's model, where that is ready. */
  vector: Float32Array | null;
  caption: string | null;
}

/** A picture of which nothing but its bound is known: what it can cost follows from that. */
const anyPicture = {
  bytes: new Uint8Array(),
  mime: 'image/jpeg',
  width: 1024,
  height: 1024,
  language: 'en',
} as const;

type Identity = Pick<Analysis, 'provider' | 'model' | 'effort' | 'promptVersion'>;

/** Puts pictures into words with what is configured, and never with anything less when that fails. */
export const createDescribe = ({ choice, encoder, zeroShot, vision }: Needs) => {
  const isReady = () => encoder.status().state === 'ready';

  /** What describes pictures at the moment. */
  const chosen = (): Exclude<DescriberName, 'auto'> => {
    if (choice !== 'auto') return choice;
    if (vision) return 'openai';
    return isReady() ? 'clip-zero-shot' : 'local';
  };

  const compare = async (local: Description, { picture, vector, caption, row }: Undescribed) => {
    if (!vector)
      throw new ProviderError('The model that describes pictures is not ready.', {
        provider: 'clip',
        operation: 'describe-picture',
        code: 'unavailable',
        retryable: encoder.status().state === 'loading',
      });
    const words = [row.file?.name.replace(/\.\w{2,5}$/, ''), caption].filter(Boolean).join(' ');
    return describeCompared(
      local,
      await zeroShot.describe(vector),
      zeroShot,
      words || picture.name,
    );
  };

  return {
    chosen,

    /** Whether words are paid for. */
    isPaid: (): boolean => chosen() === 'openai',

    /** How pictures are asked about, and the most that one can cost; null where words are free. */
    paid: (): { how: string; quoteUsd: number } | null =>
      chosen() === 'openai' && vision
        ? { how: vision.how, quoteUsd: vision.analyst.quoteUsd(anyPicture) }
        : null,

    /** Who describes pictures at the moment, as rows name it. */
    identity(): Identity {
      const name = chosen();
      if (name === 'openai' && vision) {
        const { provider, model, effort, promptVersion } = vision.analyst;
        return { provider, model, effort, promptVersion };
      }
      if (name === 'clip-zero-shot')
        return {
          provider: name,
          model: zeroShot.model,
          effort: null,
          promptVersion: zeroShot.version,
        };
      return localIdentity;
    },

    /** Throws: `ProviderError` where what is configured fails. */
    async describe(undescribed: Undescribed): Promise<Description> {
      const { row, picture, caption, input } = undescribed;
      const local = describeLocally(picture, {
        file: row.file ?? { alternativeText: null },
        caption,
      });
      const name = chosen();
      if (name === 'clip-zero-shot') return compare(local, undescribed);
      if (name === 'local' || !vision) return local;
      const { words, costUsd } = await vision.look(row, picture.contentHash, input);
      const { provider, model, effort, promptVersion } = vision.analyst;
      return describeSeen(local, words, { provider, model, effort, promptVersion, costUsd });
    },
  };
};
export type Describe = ReturnType<typeof createDescribe>;
