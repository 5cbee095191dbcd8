/** Who may use the one engine: one owner at a time, in the order they asked. */
export interface Turns {
  /** Resolves when it is the owner's turn; true when nobody else had one since the owner's last. */
  take(owner: object): Promise<boolean>;
  /** Ends the owner's turn; does nothing when it is not theirs. */
  give(owner: object): void;
}

/** Exclusive turns, first come first served. An owner whose turn it is goes on at once. */
export const createTurns = (): Turns => {
  const waiting: { owner: object; begin: (undisturbed: boolean) => void }[] = [];
  let holder: object | undefined;
  let last: object | undefined;

  const begin = (owner: object): boolean => {
    const undisturbed = last === owner;
    holder = owner;
    last = owner;
    return undisturbed;
  };

  return {
    async take(owner) {
      if (holder === owner || holder === undefined) return begin(owner);
      return new Promise((resolve) => waiting.push({ owner, begin: resolve }));
    },
    give(owner) {
      if (holder !== owner) return;
      holder = undefined;
      const next = waiting.shift();
      if (next) next.begin(begin(next.owner));
    },
  };
};
