/** A picture whose depths are wanted. */
export interface DepthTask {
  /** The model's folder: config.json, preprocessor_config.json, onnx/model*.onnx. */
  folder: string;
  input: Uint8Array | string;
}

/** Grey, near is light. Shape: `grey` width × height, 8 bit. */
export interface DepthPicture {
  grey: Uint8Array;
  width: number;
  height: number;
}

/** An error that crossed a thread would lose its name and code. */
export type DepthReply =
  { depth: DepthPicture } | { fault: { kind: 'picture' | 'model'; code: string; message: string } };
