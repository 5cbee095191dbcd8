import { encodeMessage } from './wire';

/** Transaction status of a ReadyForQuery: idle, in a transaction, in a failed transaction. */
export type Status = 'I' | 'T' | 'E';

const READY_BYTES = 6;

/** Status of the ReadyForQuery that ends a reply; undefined when none does. */
export const endingStatus = (reply: Buffer): Status | undefined => {
  const start = reply.length - READY_BYTES;
  if (start < 0 || reply[start] !== 0x5a || reply.readInt32BE(start + 1) !== 5) return undefined;
  const status = String.fromCharCode(reply[reply.length - 1]);
  return status === 'I' || status === 'T' || status === 'E' ? status : undefined;
};

/** An ErrorResponse that ends the connection, with its SQLSTATE. */
export const fatalError = (code: string, message: string): Buffer => {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  return encodeMessage('E', fields);
};

/** The reply without its leading ParseComplete, if it begins with one. */
export const withoutParseComplete = (reply: Buffer): Buffer =>
  reply.length >= 5 && reply[0] === 0x31 ? reply.subarray(5) : reply;
