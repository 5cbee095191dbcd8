/** Whether an encoder can be asked; `absent` means there is no model to be had, `failed` that there is one and it does not work. */
export type EncoderState = 'loading' | 'ready' | 'absent' | 'failed';

export interface EncoderStatus {
  state: EncoderState;
  model: string;
  dimension: number;
  /** For people; may name folders of the server, so it is for administrators only. */
  reason?: string;
}

/**
 * Decoded picture without alpha.
 *
 * Shape: `data` RGB, width × height × 3, 8 bit, sRGB, rows from the top.
 */
export interface RgbRaster {
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * Turns texts and pictures into vectors of one space, in which what means the same lies close together.
 *
 * Shape:  vectors have `dimension` components and length 1, so that the dot product is the cosine.
 * Throws: `ProviderError` from `encodeText` and `encodeImage`; `start` and `close` never reject.
 */
export interface Encoder {
  readonly model: string;
  readonly dimension: number;
  status(): EncoderStatus;
  /** Loads the model and settles when `status` says how that ended; after `absent` or `failed` it tries anew. */
  start(): Promise<void>;
  encodeText(text: string): Promise<Float32Array>;
  encodeImage(image: string | RgbRaster): Promise<Float32Array>;
  close(): Promise<void>;
}
