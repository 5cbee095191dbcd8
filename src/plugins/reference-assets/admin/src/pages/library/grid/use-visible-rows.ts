import { useEffect, useState, type RefObject } from 'react';
import { layoutOf, rowsBetween, type GridLayout } from './grid-layout';

interface Seen {
  width: number;
  top: number;
  bottom: number;
}

/** The nearest ancestor that scrolls. */
export const scrollerOf = (element: HTMLElement): HTMLElement => {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if (/auto|scroll/.test(overflowY) && parent.clientHeight > 0) {
      if (parent.scrollHeight > parent.clientHeight) return parent;
    }
  }
  return document.documentElement;
};

/** Steps in which scrolling is noticed: finer ones would draw the same rows again. */
const grain = 120;

const look = (canvas: HTMLElement): Seen => {
  const { top, width } = canvas.getBoundingClientRect();
  const from = Math.floor(-top / grain) * grain;
  return { width: Math.floor(width), top: from, bottom: from + window.innerHeight + grain };
};

/** How the grid is laid out in the width it has, and which of its rows are near the screen. */
export const useVisibleRows = (
  canvas: RefObject<HTMLElement>,
  total: number,
  text: number,
): { layout: GridLayout; rows: [number, number] } => {
  const [seen, setSeen] = useState<Seen>({ width: 0, top: 0, bottom: 0 });
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let frame = 0;
    const note = () => {
      frame = 0;
      const now = look(element);
      setSeen((before) =>
        before.width === now.width && before.top === now.top && before.bottom === now.bottom
          ? before
          : now,
      );
    };
    const later = () => {
      frame ||= requestAnimationFrame(note);
    };
    const sizes = new ResizeObserver(later);
    sizes.observe(element);
    // Scrolling does not bubble, but it can be captured: whichever ancestor scrolls is heard.
    window.addEventListener('scroll', later, { capture: true, passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      window.removeEventListener('scroll', later, { capture: true });
      window.removeEventListener('resize', later);
    };
  }, [canvas]);
  const layout = layoutOf(seen.width, total, text);
  return { layout, rows: seen.width ? rowsBetween(layout, seen.top, seen.bottom) : [0, 0] };
};
