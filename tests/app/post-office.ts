import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A letter as it came over the wire, decoded. */
export interface PostedLetter {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
}

const bytesOf = (quoted: string): Buffer =>
  Buffer.from(
    quoted.replace(/=([0-9A-F]{2})/gi, (_code, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );

/** Words of a header that are encoded by RFC 2047; what stands between two of them is not said. */
const decodeHeader = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_word, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : bytesOf(text.replaceAll('_', ' ')).toString(),
    );

/** One part of a message: its headers, and its body by its transfer encoding. */
const readPart = (part: string): { headers: Map<string, string>; body: string } => {
  const [head, ...rest] = part.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const body = rest.join('\r\n\r\n');
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return { headers, body: Buffer.from(body, 'base64').toString() };
  if (encoding === 'quoted-printable')
    return { headers, body: bytesOf(body.replace(/=\r\n/g, '')).toString() };
  return { headers, body };
};

const readLetter = (from: string, to: string[], raw: string): PostedLetter => {
  const { headers, body } = readPart(raw);
  const [, boundary] = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '') ?? [];
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => readPart(part.replace(/^\r\n/, '')))
    : [{ headers, body }];
  const part = (type: string): string =>
    (parts.find((one) => one.headers.get('content-type')?.startsWith(type))?.body ?? '')
      .replaceAll('\r\n', '\n')
      .trim();
  const subject = decodeHeader(headers.get('subject') ?? '');
  return { from, to, subject, text: part('text/plain'), html: part('text/html') };
};

/** Speaks SMTP with one client (RFC 5321: no extensions, dots at line starts undone). */
const serve = async (
  socket: Socket,
  take: (letter: PostedLetter) => void,
  refusal: () => string | null,
): Promise<void> => {
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 post.test ESMTP');
  let from = '';
  let to: string[] = [];
  let data: string[] | null = null;
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
    if (data && line !== '.') data.push(line.replace(/^\.\./, '.'));
    else if (data) {
      take(readLetter(from, to, data.join('\r\n')));
      [data, to] = [null, []];
      say('250 taken');
    } else if (/^(EHLO|HELO|RSET|NOOP)/i.test(line)) say('250 post.test');
    else if (/^MAIL FROM/i.test(line)) {
      from = /<([^>]*)>/.exec(line)?.[1] ?? '';
      say('250 ok');
    } else if (/^RCPT TO/i.test(line)) {
      const no = refusal();
      if (!no) to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
      say(no ?? '250 ok');
    } else if (/^DATA/i.test(line)) {
      data = [];
      say('354 go on');
    } else if (/^QUIT/i.test(line)) {
      say('221 bye');
      socket.end();
    } else say('500 what?');
  }
};

/** A mail server on this machine: it keeps the letters that come, or refuses every recipient as it is told. */
export const startPostOffice = async (port = 0) => {
  const letters: PostedLetter[] = [];
  let refusing: string | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
    void serve(
      socket,
      (letter) => letters.push(letter),
      () => refusing,
    ).catch(() => undefined); // the client hung up
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    letters,
    /** Refuses every letter from now on with this reply, e.g. `451 try later`; null takes them again. */
    refuse(reply: string | null): void {
      refusing = reply;
    },
    async close(): Promise<void> {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
export type PostOffice = Awaited<ReturnType<typeof startPostOffice>>;
