import { createVersionedMemory } from '../../../../src/plugins/reference-assets/server/src/library/search/versioned-memory';

describe('createVersionedMemory', () => {
  it('knows a thing in one version only', () => {
    const memory = createVersionedMemory<string>(10);
    memory.keep('a', '1', 'first');
    expect([memory.at('a', '1'), memory.at('a', '2'), memory.at('a', undefined)]).toEqual([
      'first',
      undefined,
      undefined,
    ]);
    memory.keep('a', '2', 'second');
    expect([memory.at('a', '1'), memory.at('a', '2')]).toEqual([undefined, 'second']);
  });

  it('forgets what was kept longest ago, and keeps nothing without a version', () => {
    const memory = createVersionedMemory<string>(2);
    memory.keep('a', '1', 'a');
    memory.keep('b', '1', 'b');
    memory.keep('a', '1', 'a again');
    memory.keep('c', '1', 'c');
    memory.keep('d', undefined, 'd');
    expect(['a', 'b', 'c', 'd'].map((id) => memory.at(id, '1'))).toEqual([
      'a again',
      undefined,
      'c',
      undefined,
    ]);
    expect(memory.at('d', undefined)).toBeUndefined();
  });
});
