import { useEffect, useRef } from 'react';

/** Takes pictures pasted anywhere on the page, and tells whether that was in the search box. */
export const usePastedFiles = (onFiles: (files: File[], inSearch: boolean) => void): void => {
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const target = event.target instanceof HTMLElement ? event.target : null;
      // Text copied from an office program comes with a picture of itself: where text goes in, it stays text.
      const isText = event.clipboardData?.types.includes('text/plain') ?? false;
      if (files.length === 0 || isText) return;
      event.preventDefault();
      take.current(files, target?.closest('[data-library-search]') !== null);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
};
