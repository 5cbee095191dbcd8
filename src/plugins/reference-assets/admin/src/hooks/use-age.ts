import { useEffect, useState } from 'react';

const everyMs = 1000;

/** How many seconds ago something was read; it counts on while `isCounting`, which costs no request. */
export const useAge = (readAt: number | undefined, isCounting: boolean): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isCounting) return undefined;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [isCounting]);
  return isCounting && readAt ? Math.max(0, Math.round((now - readAt) / 1000)) : 0;
};
