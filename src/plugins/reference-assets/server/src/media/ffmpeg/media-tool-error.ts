/** Why an ffmpeg or ffprobe call did not do its work. */
export type MediaToolErrorCode =
  'missing' | 'unsupported' | 'timeout' | 'aborted' | 'failed' | 'bad-output';

interface MediaToolErrorDetails {
  tool: 'ffmpeg' | 'ffprobe';
  code: MediaToolErrorCode;
  message: string;
  stderrTail?: string;
  cause?: unknown;
}

/** Failure of ffmpeg or ffprobe, with the end of what the tool printed. */
export class MediaToolError extends Error {
  readonly tool: 'ffmpeg' | 'ffprobe';
  readonly code: MediaToolErrorCode;
  readonly stderrTail: string;

  constructor({ tool, code, message, stderrTail = '', cause }: MediaToolErrorDetails) {
    super(message, { cause });
    this.name = 'MediaToolError';
    this.tool = tool;
    this.code = code;
    this.stderrTail = stderrTail;
  }
}
