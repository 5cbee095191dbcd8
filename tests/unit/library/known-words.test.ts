import { createKnownWords } from '../../../src/plugins/reference-assets/server/src/library/known-words';

const minute = 60_000;

describe('the vocabulary of a library', () => {
  const words = (...names: string[]) => names.map((word) => ({ word, count: 1 }));
  /** A library whose words were read whole as `whole`, and that `late` came to since. */
  const libraryOf = (whole: string[], late: string[] = []) => {
    const library = {
      whole,
      late,
      writes: 0,
      isDown: false,
      hold: Promise.resolve(),
      holdWhole: Promise.resolve(),
    };
    const asked = { whole: 0, since: [] as string[] };
    const knownWords = createKnownWords({
      async vocabulary() {
        if (library.isDown) throw new Error('the database is gone');
        asked.whole += 1;
        await library.holdWhole;
        return { words: words(...library.whole), documents: 9, at: `read ${asked.whole}` };
      },
      writes: () => library.writes,
      async wordsSince(at) {
        if (library.isDown) throw new Error('the database is gone');
        const turn = asked.since.push(at);
        const found = words(...library.late);
        await library.hold;
        return { words: found, at: `look ${turn}` };
      },
    });
    return { library, asked, knownWords };
  };

  beforeEach(() => jest.useFakeTimers({ doNotFake: ['performance'] }));
  afterEach(() => jest.useRealTimers());

  it('has the words of a change in the search after it, however long nobody searched', async () => {
    const { library, knownWords } = libraryOf(['kettl']);
    expect((await knownWords()).knows('osprey')).toBe(false);
    jest.setSystemTime(Date.now() + 60 * minute);
    library.late = ['kettl', 'osprey'];
    const vocabulary = await knownWords();
    expect(vocabulary.knows('osprey')).toBe(true);
    expect([...vocabulary.answers('ospery').keys()]).toEqual(['osprey']);
  });

  it('asks once for searches that come together, and from where it asked last', async () => {
    const { knownWords, asked } = libraryOf(['kettl']);
    await Promise.all([knownWords(), knownWords(), knownWords()]);
    await knownWords();
    expect(asked).toEqual({ whole: 1, since: ['read 1'] });
    jest.setSystemTime(Date.now() + 1000);
    await knownWords();
    expect(asked.since).toEqual(['read 1', 'look 1']);
  });

  it('asks at once for what this process wrote, even while it is asking', async () => {
    const { library, knownWords, asked } = libraryOf(['kettl']);
    await knownWords();
    let answer: () => void = () => undefined;
    library.hold = new Promise((resolve) => (answer = resolve));
    library.writes += 1;
    const before = knownWords();
    await jest.advanceTimersByTimeAsync(0);
    library.writes += 1;
    library.late = ['osprey'];
    const after = knownWords();
    answer();
    await Promise.all([before, after]);
    expect(asked.since).toHaveLength(3);
    expect((await after).knows('osprey')).toBe(true);
  });

  it('stays the same vocabulary while nothing new comes in', async () => {
    const { library, knownWords } = libraryOf(['kettl']);
    const before = await knownWords();
    library.late = ['kettl'];
    jest.setSystemTime(Date.now() + 1000);
    expect(await knownWords()).toBe(before);
  });

  it('waits a tenth of a second at most for what is new, and has it later', async () => {
    const { library, knownWords } = libraryOf(['kettl']);
    await knownWords();
    jest.setSystemTime(Date.now() + 1000);
    let answer: () => void = () => undefined;
    library.late = ['osprey'];
    library.hold = new Promise((resolve) => (answer = resolve));
    const search = knownWords();
    await jest.advanceTimersByTimeAsync(99);
    let isDone = false;
    void search.then(() => (isDone = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(isDone).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect((await search).knows('osprey')).toBe(false);
    answer();
    await jest.advanceTimersByTimeAsync(0);
    expect((await knownWords()).knows('osprey')).toBe(true);
  });

  it('is read as a whole again beside a search, and forgets what is gone', async () => {
    const { library, knownWords, asked } = libraryOf(['kettl', 'osprey']);
    await knownWords();
    library.whole = ['kettl'];
    jest.setSystemTime(Date.now() + minute);
    let answer: () => void = () => undefined;
    library.holdWhole = new Promise((resolve) => (answer = resolve));
    expect((await knownWords()).knows('osprey')).toBe(true);
    answer();
    await jest.advanceTimersByTimeAsync(0);
    expect((await knownWords()).knows('osprey')).toBe(false);
    expect(asked.whole).toBe(2);
  });

  it('goes on answering while the database does not, and starts again after a first failure', async () => {
    const { library, knownWords } = libraryOf(['kettl']);
    library.isDown = true;
    await expect(knownWords()).rejects.toThrow('gone');
    library.isDown = false;
    expect((await knownWords()).knows('kettl')).toBe(true);
    library.isDown = true;
    jest.setSystemTime(Date.now() + 60 * minute);
    expect((await knownWords()).knows('kettl')).toBe(true);
  });
});
