/** Lanes in order of precedence: a search waits for at most the picture in hand, never for a whole import. */

export type Lane = 'text' | 'image';

/** Runs one piece of work at a time. */
export class TurnQueue {
  private readonly waiting: Record<Lane, (() => Promise<void>)[]> = { text: [], image: [] };
  private busy = false;

  /** Settles as `work` does when its turn has come. */
  add<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting[lane].push(() => work().then(resolve, reject));
      this.next();
    });
  }

  private next(): void {
    if (this.busy) return;
    const turn = this.waiting.text.shift() ?? this.waiting.image.shift();
    if (!turn) return;
    this.busy = true;
    void turn().finally(() => {
      this.busy = false;
      this.next();
    });
  }
}
