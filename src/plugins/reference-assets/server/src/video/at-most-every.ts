/**
 * Calls at once, and then at most once in so long however often it is asked to; what was asked meanwhile is one call at
 * the end of that time.
 *
 * Units: ms.
 */
export const atMostEvery = (ms: number, call: () => void) => {
  let timer: NodeJS.Timeout | undefined;
  let isAsked = false;
  const begin = (): void => {
    isAsked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) begin();
    }, ms).unref();
    call();
  };
  return {
    ask(): void {
      if (timer) isAsked = true;
      else begin();
    },
    stop(): void {
      clearTimeout(timer);
      timer = undefined;
      isAsked = false;
    },
  };
};
