import {
  createEventReader,
  parseEvent,
} from '../../src/plugins/reference-assets/admin/src/api/event-stream';

describe('parseEvent', () => {
  it('reads the name and joins several lines of data', () => {
    expect(parseEvent('event: video\ndata: {"a":\ndata:1}')).toEqual({
      event: 'video',
      data: '{"a":\n1}',
    });
  });

  it('calls an event without a name a message, and drops heartbeats', () => {
    expect(parseEvent('data: x')).toEqual({ event: 'message', data: 'x' });
    expect(parseEvent(': still here')).toBeNull();
    expect(parseEvent('')).toBeNull();
  });
});

describe('createEventReader', () => {
  const stream =
    ': hello\r\n\r\nevent: asset\r\ndata: {"asset":"one"}\r\n\r\nevent: video\ndata: two\n\n';
  const expected = [
    { event: 'asset', data: '{"asset":"one"}' },
    { event: 'video', data: 'two' },
  ];

  it('gives the same messages wherever the network cuts the text', () => {
    for (let cut = 1; cut < stream.length; cut++) {
      const read = createEventReader();
      expect([...read(stream.slice(0, cut)), ...read(stream.slice(cut))]).toEqual(expected);
    }
  });

  it('keeps a message back until it is whole', () => {
    const read = createEventReader();
    expect(read('event: video\ndata: hal')).toEqual([]);
    expect(read('f\n')).toEqual([]);
    expect(read('\n')).toEqual([{ event: 'video', data: 'half' }]);
  });
});
