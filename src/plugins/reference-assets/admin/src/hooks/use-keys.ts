import { useEffect, useRef } from 'react';

/** Whether keys pressed there are text, which no shortcut may take away. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Listens for single keys on the whole page, except where a person types. */
export const useKeys = (deeds: Record<string, (() => void) | undefined>): void => {
  const now = useRef(deeds);
  useEffect(() => {
    now.current = deeds;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const deed = now.current[event.key.toLowerCase()];
      if (!deed || event.defaultPrevented) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};
