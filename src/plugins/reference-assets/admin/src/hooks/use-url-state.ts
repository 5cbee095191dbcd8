import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** State kept in the address, so that it survives reload, back and a copied link; null takes a name out. */
export const useUrlState = () => {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changes: Record<string, string | null>, options?: { replace?: boolean }) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      }, options),
    [setParams],
  );
  return [params, change] as const;
};
