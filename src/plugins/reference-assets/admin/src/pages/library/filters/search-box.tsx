import { useEffect, useRef, useState } from 'react';
import { SearchForm, Searchbar } from '@strapi/design-system';
import { useText } from '../../../hooks/use-text';
import type { LibraryQuery } from '../use-library-query';

/** How long after the last key the search starts: less than what lies between two keys would ask for half words. */
const settleMs = 90;

/** The search box: while a person types it shows their keys, otherwise what the address says. */
export const SearchBox = ({ search: { q }, change }: Pick<LibraryQuery, 'search' | 'change'>) => {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  const find = (text: string) => change({ q: text.trim() }, { replace: true });
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => find(text), settleMs);
  };
  const leave = () => {
    clearTimeout(timer.current);
    if (typed !== null && typed.trim() !== q) find(typed);
    setTyped(null);
  };
  return (
    <SearchForm onSubmit={(event) => event.preventDefault()}>
      <Searchbar
        name="q"
        data-library-search
        value={typed ?? q}
        onChange={({ target }) => type(target.value)}
        onClear={() => type('')}
        onBlur={leave}
        clearLabel={t('action.clear')}
        placeholder={t('library.search.hint')}
      >
        {t('library.search')}
      </Searchbar>
    </SearchForm>
  );
};
