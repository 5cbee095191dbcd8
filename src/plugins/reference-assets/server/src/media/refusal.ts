/** Why a file cannot become an asset; the closed list that callers branch on. */
export type RefusalCode =
  'empty' | 'not-an-image' | 'unsupported' | 'too-large' | 'truncated' | 'damaged' | 'unsafe-svg';

/** A file that cannot be taken in, with a message for people: what was expected and what came. */
export class MediaRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'MediaRefusal';
    this.code = code;
  }
}
