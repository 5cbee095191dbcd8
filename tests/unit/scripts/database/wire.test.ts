import {
  createSplitter,
  encodeMessage,
  encodeStartup,
  ProtocolViolation,
  readOpening,
} from '../../../../scripts/database/wire';

const int32 = (...values: number[]) => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeInt32BE(value, 4 * i));
  return bytes;
};

describe('splitter', () => {
  const sent = [
    encodeMessage('Q', 'select 1'),
    encodeMessage('S'),
    encodeMessage('P', 'name', 'x'.repeat(70)),
  ];
  const stream = Buffer.concat(sent);

  it.each([1, 2, 3, 5, 7, 64, 1000])(
    'finds the same messages in pieces of %i bytes',
    (pieceBytes) => {
      const split = createSplitter();
      const found = [];
      for (let i = 0; i < stream.length; i += pieceBytes) {
        found.push(...split(stream.subarray(i, i + pieceBytes)));
      }
      expect(found.map((message) => message.type)).toEqual(['Q', 'S', 'P']);
      expect(found.map((message) => message.bytes)).toEqual(sent);
    },
  );

  it.each([3, -1, 0x7fff_ffff])('refuses a message that says it is %i bytes long', (length) => {
    expect(() => createSplitter()(Buffer.concat([Buffer.from('Q'), int32(length)]))).toThrow(
      ProtocolViolation,
    );
  });
});

describe('opening', () => {
  const startup = encodeStartup({ user: 'someone', database: 'postgres' });

  it('reads the parameters and leaves what follows', () => {
    const opening = readOpening(Buffer.concat([startup, Buffer.from('more')]));
    expect(opening).toEqual({
      kind: 'startup',
      parameters: { user: 'someone', database: 'postgres' },
      rest: Buffer.from('more'),
    });
  });

  it('waits for the rest of a startup message', () => {
    expect(readOpening(startup.subarray(0, 3)).kind).toBe('incomplete');
    expect(readOpening(startup.subarray(0, -1)).kind).toBe('incomplete');
  });

  it('tells a wish for encryption and a cancel request from a startup', () => {
    const encryption = readOpening(Buffer.concat([int32(8, 80_877_103), startup]));
    expect(encryption).toEqual({ kind: 'encryption', rest: startup });
    expect(readOpening(int32(8, 80_877_104)).kind).toBe('encryption');
    expect(readOpening(int32(16, 80_877_102, 1, 2)).kind).toBe('cancel');
  });

  it('refuses other protocols', () => {
    expect(() => readOpening(Buffer.from('GET / HTTP/1.1\r\n'))).toThrow(ProtocolViolation);
    expect(() => readOpening(int32(8, 131_072))).toThrow('unsupported frontend protocol');
  });
});
