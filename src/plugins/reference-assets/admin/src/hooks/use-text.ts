import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import texts from '../translations/en.json';

export type TextId = keyof typeof texts;
export type Translate = (id: TextId, values?: Record<string, PrimitiveType>) => string;

/** Texts of the plugin by id, in the person's language; English stands in where a translation is missing. */
export const useText = (): Translate => {
  const { formatMessage } = useIntl();
  return useCallback(
    (id, values) => formatMessage({ id: `${PLUGIN_ID}.${id}`, defaultMessage: texts[id] }, values),
    [formatMessage],
  );
};

/** A word of the vocabulary; one the translations do not know is shown as it is stored. */
export const useWord = () => {
  const t = useText();
  return useCallback(
    (
      group: 'shot' | 'mood' | 'camera' | 'type' | 'tier' | 'step' | 'place' | 'check',
      value: string,
    ) => {
      const id = `${group}.${value}`;
      return id in texts ? t(id as TextId) : value.replaceAll('_', ' ');
    },
    [t],
  );
};
