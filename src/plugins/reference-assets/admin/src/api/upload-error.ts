/** Why a file did not get in: `refused` by the server with its message, `unreachable`, or `stopped` by the person. */
export class UploadError extends Error {
  constructor(
    readonly code: 'refused' | 'unreachable' | 'stopped',
    message: string = code,
  ) {
    super(message);
    this.name = 'UploadError';
  }
}
