import { useState } from 'react';

const storageKey = (key: string) => `reference-assets.draft.${key}`;

/** A browser may refuse its store (private windows, full disk): then a draft lives as long as its page. */
const stored = (key: string): string => {
  try {
    return window.sessionStorage.getItem(storageKey(key)) ?? '';
  } catch {
    return '';
  }
};

const store = (key: string, text: string): void => {
  try {
    if (text) window.sessionStorage.setItem(storageKey(key), text);
    else window.sessionStorage.removeItem(storageKey(key));
  } catch {
    // As above: nothing more can be kept.
  }
};

/**
 * Keeps what is being typed through a page that rebuilds itself, a reload and a new login in the same tab.
 * An empty text ends the draft.
 */
export const useDraft = (key: string): [string, (text: string) => void] => {
  const [draft, setDraft] = useState(() => ({ key, text: stored(key) }));
  const change = (text: string) => {
    setDraft({ key, text });
    store(key, text);
  };
  return [draft.key === key ? draft.text : stored(key), change];
};
