import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Hit } from '../../../../../shared/contracts/asset-search';
import { stepFrom, type GridLayout } from './grid-layout';
import { scrollerOf } from './use-visible-rows';
import type { Selection } from './use-selection';

interface KeyNeeds {
  canvas: RefObject<HTMLDivElement>;
  layout: GridLayout;
  total: number;
  hitAt: (index: number) => Hit | undefined;
  selection: Selection | null;
  open: (index: number) => void;
}

/** Brings a row into the middle part of the screen, below what stands fixed at its top. */
const reveal = (canvas: HTMLElement, layout: GridLayout, index: number) => {
  const scroller = scrollerOf(canvas);
  const top = Math.floor(index / layout.columns) * layout.row + canvas.getBoundingClientRect().top;
  const [least, highest] = [160, window.innerHeight - layout.tile - 96];
  if (top < least) scroller.scrollBy({ top: top - least });
  else if (top > highest) scroller.scrollBy({ top: top - highest });
};

/** Arrow keys move, space chooses, shift chooses all between, control and A all that is loaded, Enter opens. */
export const useGridKeys = (needs: KeyNeeds) => {
  const { canvas, layout, total, hitAt, selection, open } = needs;
  const [active, setActive] = useState(0);
  const anchor = useRef(0);

  const focus = (index: number, tries = 20) => {
    const link = canvas.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
    if (link) link.focus({ preventScroll: true });
    else if (tries > 0) requestAnimationFrame(() => focus(index, tries - 1));
  };
  const choose = (index: number, upTo: boolean) => {
    const hit = hitAt(index);
    if (!hit || !selection) return;
    if (!upTo) {
      anchor.current = index;
      selection.toggle(hit.asset);
      return;
    }
    const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
    const between = Array.from({ length: to - from + 1 }, (_, step) => hitAt(from + step));
    selection.add(between.flatMap((one) => one?.asset ?? []));
  };
  const chooseAll = () => {
    const all = Array.from({ length: total }, (_, index) => hitAt(index)?.asset);
    selection?.add(all.flatMap((asset) => asset ?? []));
  };
  const indexOf = (target: EventTarget): number | null => {
    const tile = (target as HTMLElement).closest<HTMLElement>('[data-index]');
    return tile ? Number(tile.dataset.index) : null;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const index = indexOf(event.target);
    if (index === null || event.altKey) return;
    const withControl = event.ctrlKey || event.metaKey;
    const next = withControl
      ? null
      : stepFrom(index, event.key, { columns: layout.columns, total });
    if (next !== null && canvas.current) {
      if (event.shiftKey) choose(next, true);
      else anchor.current = next;
      setActive(next);
      reveal(canvas.current, layout, next);
      focus(next);
    } else if (event.key === ' ') choose(index, event.shiftKey);
    else if (event.key === 'Escape' && selection?.chosen.size) selection.clear();
    else if (withControl && event.key.toLowerCase() === 'a' && selection) chooseAll();
    else return;
    event.preventDefault();
  };

  const onClick = (event: React.MouseEvent) => {
    const index = indexOf(event.target);
    if (index === null) return;
    setActive(index);
    const isMark = (event.target as HTMLElement).closest('button') !== null;
    if (isMark || (event.shiftKey && selection)) {
      event.preventDefault();
      choose(index, event.shiftKey);
    } else if (!event.ctrlKey && !event.metaKey && event.button === 0) {
      event.preventDefault();
      open(index);
    }
  };
  return { active: Math.min(active, Math.max(0, total - 1)), focus, onKeyDown, onClick };
};
