import { createBatcher, withoutCopy } from '../../../../scripts/database/batches';
import { createStatements } from '../../../../scripts/database/statements';
import type { Message } from '../../../../scripts/database/wire';
import { encodeMessage } from '../../../../scripts/database/wire';

const message = (type: string, ...parts: (Buffer | string)[]): Message => ({
  type,
  bytes: encodeMessage(type, ...parts),
});
const none = Buffer.alloc(6);
const parse = (name: string, sql: string) => message('P', name, sql, none.subarray(0, 2));
const bind = (name: string) => message('B', '', name, none);
const describe_ = (name: string) => message('D', Buffer.from('S'), name);
const execute = message('E', '', none.subarray(0, 4));
const sync = message('S');
const types = (messages: Message[]) => messages.map(({ type }) => type).join('');

describe('batches', () => {
  it('end where the engine has to answer', () => {
    const batch = createBatcher();
    const sent = [parse('', 'select 1'), bind(''), message('H'), execute, sync, message('Q', 'x')];
    const batches = sent.map(batch).filter((found) => found !== undefined);
    expect(batches.map(({ messages, settles }) => [types(messages), settles])).toEqual([
      ['PBH', false],
      ['ES', true],
      ['Q', true],
    ]);
  });

  it('leave out the data of a refused COPY', () => {
    const batch = createBatcher();
    const sent = [message('d', 'row'), message('c'), message('f', 'why'), sync];
    expect(sent.map(batch).filter(Boolean)).toEqual([{ messages: [sync], settles: true }]);
  });

  it('carry the refusal where a COPY would look for data', () => {
    expect(types(withoutCopy([message('Q', 'copy t from stdin')]))).toBe('Qf');
    expect(types(withoutCopy([parse('', 'copy t from stdin'), bind(''), execute, sync]))).toBe(
      'PBEfS',
    );
  });
});

describe('statements', () => {
  it('of the same name stay apart for two clients', () => {
    const [a, b] = [createStatements(1), createStatements(2)];
    const sent = [parse('same', 'select 1'), bind('same'), describe_('same'), sync];
    const ofA = a.translate(sent, true).messages;
    const ofB = b.translate(sent, true).messages;
    expect(ofA).toEqual([parse('c1_1', 'select 1'), bind('c1_1'), describe_('c1_1'), sync]);
    expect(ofB).toEqual([parse('c2_1', 'select 1'), bind('c2_1'), describe_('c2_1'), sync]);
  });

  it('with long names that differ at the end stay apart', () => {
    const [first, second] = ['1', '2'].map((end) => 'n'.repeat(80) + end);
    const { messages } = createStatements(1).translate(
      [parse(first, 'select 1'), parse(second, 'select 2')],
      true,
    );
    expect(messages).toEqual([parse('c1_1', 'select 1'), parse('c1_2', 'select 2')]);
  });

  it('without a name are parsed again after another client had its turn', () => {
    const statements = createStatements(1);
    const unnamed = parse('', 'select 1');
    statements.translate([unnamed, sync], true);
    const use = [bind(''), execute, sync];
    expect(statements.translate(use, true)).toEqual({ messages: use, parsesAgain: false });
    const disturbed = statements.translate(use, false);
    expect(disturbed).toEqual({ messages: [unnamed, ...use], parsesAgain: true });
    const anew = [parse('', 'select 2'), ...use];
    expect(statements.translate(anew, false)).toEqual({ messages: anew, parsesAgain: false });
  });

  it('without a name end with a simple query', () => {
    const statements = createStatements(1);
    statements.translate([parse('', 'select 1'), sync], true);
    statements.translate([message('Q', 'select 2')], true);
    expect(statements.translate([bind(''), sync], false).parsesAgain).toBe(false);
  });

  it('are all closed when the client leaves', () => {
    const statements = createStatements(3);
    const close = (name: string) => message('C', Buffer.from('S'), name);
    expect(statements.closing()).toBeUndefined();
    statements.translate(
      [parse('a', 'select 1'), parse('b', 'select 2'), close('a'), bind('never parsed')],
      true,
    );
    expect(statements.closing()).toEqual([close('c3_2'), sync]);
    expect(statements.closing()).toBeUndefined();
  });
});
