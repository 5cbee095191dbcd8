import { useCallback } from 'react';
import texts from '../translations/en.json';
import { useText, type TextId } from './use-text';

/** Why vendors' orders failed, in few words that follow the vendor's name. */
export const useWhy = () => {
  const t = useText();
  return useCallback(
    (code: string): string => {
      const id = `failure.${code}`;
      return id in texts ? t(id as TextId) : code.replaceAll('-', ' ');
    },
    [t],
  );
};
