import { useState } from 'react';
import { useAuth } from '@strapi/strapi/admin';

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
 * Keeps what is being typed through a page that rebuilds itself, a reload and a new login in the same tab, for the
 * person who typed it and nobody else. An empty text ends the draft.
 */
export const useDraft = (name: string): [string, (text: string) => void] => {
  const person = useAuth('useDraft', (state) => state.user?.id);
  // While a session ends nobody is there for a moment: the page goes, and what was kept stays under its person's name.
  const key = `${person ?? ''}.${name}`;
  const [draft, setDraft] = useState(() => ({ key, text: stored(key) }));
  const change = (text: string) => {
    setDraft({ key, text });
    store(key, text);
  };
  return [draft.key === key ? draft.text : stored(key), change];
};

/**
 * As {@link useDraft}, for what is more than a text. `read` makes the value of what was kept, or throws where that was
 * written by another version of the panel; `empty` stands for nothing kept.
 */
export const useDraftOf = <Value>(
  name: string,
  empty: Value,
  read: (kept: unknown) => Value,
): [Value, (value: Value | undefined) => void] => {
  const [text, setText] = useDraft(name);
  const [parsed, setParsed] = useState<{ text: string; value: Value }>({ text: '', value: empty });
  const valueOf = (): Value => {
    if (!text) return empty;
    try {
      return read(JSON.parse(text));
    } catch {
      return empty;
    }
  };
  // The same text gives the same object, so that what depends on it is not made anew with every render.
  if (parsed.text !== text) setParsed({ text, value: valueOf() });
  const value = parsed.text === text ? parsed.value : valueOf();
  return [value, (next) => setText(next === undefined ? '' : JSON.stringify(next))];
};
