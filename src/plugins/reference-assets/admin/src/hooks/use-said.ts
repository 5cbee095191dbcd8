import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { languageOf } from '../../../shared/languages';
import { recognise } from '../../../shared/sentences';
import { useText, useWord } from './use-text';

/** Parts of a sentence that are words of the vocabulary, by their names in it. */
const groups = { role: 'type', type: 'type', tier: 'tier', offered: 'tier' } as const;

/** What the server wrote for people, in the person's language; a sentence nobody knows stays as it is. */
export const useSaid = () => {
  const { locale } = useIntl();
  const t = useText();
  const word = useWord();
  return useCallback(
    (text: string): string => {
      const said = (one: string): string => {
        const sentence = recognise(one);
        if (!sentence) return one;
        const spoken = ([name, value]: [string, string]): [string, string] => {
          if (name === 'why') return [name, said(value)];
          // The server says shots with spaces, as they are spoken.
          if (name === 'shot') return [name, word('shot', value.replaceAll(' ', '_'))];
          // The server says places with spaces, too.
          if (name === 'place') return [name, word('place', value.replaceAll(' ', '_'))];
          const group = groups[name as keyof typeof groups] as 'type' | 'tier' | undefined;
          if (!group) return [name, value];
          return [
            name,
            value
              .split(', ')
              .map((part) => word(group, part))
              .join(', '),
          ];
        };
        const values = Object.fromEntries(Object.entries(sentence.values).map(spoken));
        return t(`said.${sentence.id}`, values);
      };
      // A shot's name by itself makes no English sentence ("a wide"): it is said by its name in every language.
      const isSaid = languageOf(locale) === 'en' && recognise(text)?.id !== 'suits';
      return isSaid ? text : said(text);
    },
    [locale, t, word],
  );
};
