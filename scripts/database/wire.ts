/** One typed message of the PostgreSQL protocol; `bytes` is the whole message, header included. */
export interface Message {
  type: string;
  bytes: Buffer;
}

/** What the untyped bytes at the start of a connection turned out to be. */
export type Opening =
  | { kind: 'incomplete' }
  | { kind: 'encryption'; rest: Buffer }
  | { kind: 'cancel' }
  | { kind: 'startup'; parameters: Record<string, string>; rest: Buffer };

/** A peer that does not speak the protocol; the connection cannot go on. */
export class ProtocolViolation extends Error {}

const PROTOCOL_3_0 = 196_608;
const CANCEL_REQUEST = 80_877_102;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const MAX_STARTUP_BYTES = 10_000; // PostgreSQL's own MAX_STARTUP_PACKET_LENGTH
const MAX_MESSAGE_BYTES = 0x3fff_ffff; // PostgreSQL's own MaxAllocSize
const HEADER_BYTES = 5;

const text = (value: string) => Buffer.from(`${value}\0`);

/** A typed message around the given parts; strings are sent null-terminated. */
export const encodeMessage = (type: string, ...parts: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? text(part) : part)));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(type, 0, 'latin1');
  header.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
};

/** The first message of a client: no type, a version, then pairs of names and values. */
export const encodeStartup = (parameters: Record<string, string>): Buffer => {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [text(name), text(value)]);
  const body = Buffer.concat([Buffer.alloc(4), ...pairs, Buffer.from([0])]);
  body.writeInt32BE(PROTOCOL_3_0, 0);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4, 0);
  return Buffer.concat([length, body]);
};

const readParameters = (body: Buffer): Record<string, string> => {
  const words = body.toString('utf8').split('\0');
  const parameters: Record<string, string> = {};
  for (let i = 0; i + 1 < words.length && words[i] !== ''; i += 2) {
    parameters[words[i]] = words[i + 1];
  }
  return parameters;
};

/** Reads what a new connection says before its first typed message. */
export const readOpening = (bytes: Buffer): Opening => {
  if (bytes.length < 4) return { kind: 'incomplete' };
  const length = bytes.readInt32BE(0);
  if (length < 8 || length > MAX_STARTUP_BYTES) {
    throw new ProtocolViolation(`invalid length of startup packet: ${length}`);
  }
  if (bytes.length < length) return { kind: 'incomplete' };
  const code = bytes.readInt32BE(4);
  const rest = bytes.subarray(length);
  if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'encryption', rest };
  if (code === CANCEL_REQUEST) return { kind: 'cancel' };
  if (code !== PROTOCOL_3_0) throw new ProtocolViolation(`unsupported frontend protocol ${code}`);
  return { kind: 'startup', parameters: readParameters(bytes.subarray(8, length)), rest };
};

/**
 * Cuts a stream of bytes into typed messages, however the network cut it.
 * A long message is joined once, when its last byte is there, not with every chunk.
 */
export const createSplitter = () => {
  let chunks: Buffer[] = [];
  let held = 0;
  let needed = HEADER_BYTES;

  return (chunk: Buffer): Message[] => {
    chunks.push(chunk);
    held += chunk.length;
    if (held < needed) return [];

    const bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    const messages: Message[] = [];
    let offset = 0;
    needed = HEADER_BYTES;
    while (bytes.length - offset >= HEADER_BYTES) {
      const length = bytes.readInt32BE(offset + 1);
      if (length < 4 || length > MAX_MESSAGE_BYTES) {
        throw new ProtocolViolation(`invalid message length: ${length}`);
      }
      const end = offset + 1 + length;
      if (end > bytes.length) {
        needed = 1 + length;
        break;
      }
      const type = String.fromCharCode(bytes[offset]);
      messages.push({ type, bytes: bytes.subarray(offset, end) });
      offset = end;
    }
    chunks = offset < bytes.length ? [bytes.subarray(offset)] : [];
    held = bytes.length - offset;
    return messages;
  };
};
