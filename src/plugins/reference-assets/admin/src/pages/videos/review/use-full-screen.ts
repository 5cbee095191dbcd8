import { useCallback, useEffect, useState } from 'react';

/** A part of the page that can fill the screen, with everything that stands in it. */
export const useFullScreen = () => {
  const [element, attach] = useState<HTMLElement | null>(null);
  const [isFull, setIsFull] = useState(false);
  useEffect(() => {
    const follow = () => setIsFull(element !== null && document.fullscreenElement === element);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, [element]);
  const toggle = useCallback(() => {
    // Refused where the browser or the page around the panel forbids it: then all stays as it is.
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : element?.requestFullscreen();
    change?.catch(() => undefined);
  }, [element]);
  return { attach, isFull, toggle };
};
