import type { AspectRatio, AssetType } from '../../../../shared/contracts/vocabulary';
import type { Price } from '../../money/price';

/** A picture that an order shows to the model; an asset's rights are looked at again before it is sent. */
export interface OrderedPicture {
  fileId: number;
  assetId?: string;
  role: AssetType | 'frame';
  /** The file is a clip, and its last frame is meant. */
  lastFrame?: boolean;
}

/** What becomes of the result. Units: `frames` of the beat that a clip covers. */
export interface OrderTarget {
  kind: 'still' | 'clip' | 'music';
  /** Hash of everything it is made from. */
  hash: string;
  /** What the beat looked like when this was ordered; see `stamp.ts`. */
  stamp: string;
  /** Which clip of a chain, and of how many. */
  part: number;
  parts: number;
  frames: number;
}

/**
 * One thing ordered from a vendor, kept with its job: enough to send the same request again, to look it up, to settle
 * it and to put its result in place, whatever became of the process that ordered it.
 */
export interface VendorOrder {
  prompt: string;
  negativePrompt?: string;
  firstFrame?: OrderedPicture;
  references: OrderedPicture[];
  controlImage?: OrderedPicture;
  durationSeconds?: number;
  aspectRatio: AspectRatio;
  resolution?: string;
  seed?: number;
  price: Price;
  /** Charged by the time the vendor's machine took. */
  bySecond: boolean;
  target: OrderTarget;
}
