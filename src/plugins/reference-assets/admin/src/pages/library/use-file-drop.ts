import { useEffect, useState } from 'react';
import { filesIn } from './dropped-files';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes files and folders dropped anywhere on the page; answers with the place they are held over, or null.
 * Shape: `placeAt` says what place a point of the screen belongs to.
 */
export const useFileDrop = <Place extends string>(
  placeAt: (x: number, y: number) => Place,
  onFiles: (files: File[], place: Place) => void,
  enabled: boolean,
): Place | null => {
  const [over, setOver] = useState<Place | null>(null);
  useEffect(() => {
    if (!enabled) return undefined;
    // Entering a child fires before leaving its parent: the depth tells when the page itself is left.
    let depth = 0;
    const step = (by: number) => (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth + by);
      setOver(depth > 0 ? placeAt(event.clientX, event.clientY) : null);
    };
    const move = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(placeAt(event.clientX, event.clientY));
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      depth = 0;
      setOver(null);
      const place = placeAt(event.clientX, event.clientY);
      void filesIn(event.dataTransfer).then((files) => {
        if (files.length > 0) onFiles(files, place);
      });
    };
    const enter = step(1);
    const leave = step(-1);
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', move);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', move);
      window.removeEventListener('drop', drop);
    };
  }, [placeAt, onFiles, enabled]);
  return over;
};
