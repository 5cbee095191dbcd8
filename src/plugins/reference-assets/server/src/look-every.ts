import { messageOf } from '../../shared/message-of';
interface Needs {
  everyMs: number;
  /** What is not looked after when a look fails, in words for the log. */
  what: string;
  log: { warn(message: string): void };
}

/** Looks again and again, each time after the last look has ended; returns how it is stopped. A failed look is logged. */
export const lookEvery = (
  look: () => Promise<void>,
  { everyMs, what, log }: Needs,
): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const again = () => {
    if (isOver) return;
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => log.warn(`${what} were not looked after: ${messageOf(error)}`))
        .finally(again);
    }, everyMs).unref();
  };
  again();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
};
