import { Box, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useText, type TextId } from '../../hooks/use-text';
import { typefaces as shipped, type Typeface } from '../../../../shared/contracts/typefaces';

interface TypefacesFieldProps {
  typefaces: Typeface[];
  onChange: (typefaces: Typeface[]) => void;
}

const [usual] = shipped;

/** What words on videos are set in: headlines, and everything smaller. */
export const TypefacesField = ({ typefaces, onChange }: TypefacesFieldProps) => {
  const t = useText();
  const [headline = usual, small = headline] = typefaces;
  const change = (next: [Typeface, Typeface]) =>
    onChange(next.every((one) => one === usual) ? [] : next);
  const choices: [name: string, label: TextId, value: Typeface, put: (one: Typeface) => void][] = [
    ['headline', 'brand.typefaces.headline', headline, (one) => change([one, small])],
    ['small', 'brand.typefaces.small', small, (one) => change([headline, one])],
  ];
  return (
    <Flex gap={4} alignItems="flex-start" wrap="wrap">
      {choices.map(([name, label, value, put]) => (
        <Box key={name} flex="1 1 20rem">
          <Field.Root name={`typeface.${name}`} hint={t(`${label}.hint` as TextId)}>
            <Field.Label>{t(label)}</Field.Label>
            <SingleSelect value={value} onChange={(one) => put(one as Typeface)}>
              {shipped.map((one) => (
                <SingleSelectOption key={one} value={one}>
                  {one}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
        </Box>
      ))}
    </Flex>
  );
};
