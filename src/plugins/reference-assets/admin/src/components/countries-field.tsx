import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { Button, Combobox, ComboboxOption, Field, Flex } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useText } from '../hooks/use-text';
import { countryCodes } from './countries';

/** Countries with their names in the person's language, in that language's order. */
const useCountries = () => {
  const { locale } = useIntl();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    const nameOf = (code: string): string => names.of(code) ?? code;
    const order = new Intl.Collator(locale);
    const all = countryCodes.map((code) => ({ code, name: nameOf(code) }));
    return { nameOf, all: all.sort((one, other) => order.compare(one.name, other.name)) };
  }, [locale]);
};

interface CountriesFieldProps {
  label: string;
  hint: string;
  codes: string[];
  onChange: (codes: string[]) => void;
}

/** Countries chosen by name. */
export const CountriesField = ({ label, hint, codes, onChange }: CountriesFieldProps) => {
  const t = useText();
  const { all, nameOf } = useCountries();
  return (
    <Field.Root name="territories" hint={hint}>
      <Field.Label>{label}</Field.Label>
      {codes.length > 0 ? (
        <Flex tag="ul" gap={2} wrap="wrap" paddingBottom={2}>
          {codes.map((code) => (
            <li key={code}>
              <Button
                size="S"
                variant="secondary"
                endIcon={<Cross width="1rem" height="1rem" />}
                aria-label={t('rights.territories.remove', { name: nameOf(code) })}
                onClick={() => onChange(codes.filter((one) => one !== code))}
              >
                {nameOf(code)}
              </Button>
            </li>
          ))}
        </Flex>
      ) : null}
      <Combobox
        // Empty again after each choice.
        key={codes.join()}
        autocomplete={{ type: 'list', filter: 'contains' }}
        placeholder={t('rights.territories.add')}
        onChange={(code?: string) => {
          if (code && !codes.includes(code)) onChange([...codes, code]);
        }}
      >
        {all
          .filter(({ code }) => !codes.includes(code))
          .map(({ code, name }) => (
            <ComboboxOption key={code} value={code}>
              {name}
            </ComboboxOption>
          ))}
      </Combobox>
      <Field.Hint />
    </Field.Root>
  );
};
