import { Button, Field, Flex, IconButton } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../hooks/use-text';

const most = 8;

const Wheel = styled.input`
  width: 5.6rem;
  height: 4rem;
  padding: 0;
  cursor: pointer;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
`;
const Code = styled.span`
  width: 7rem;
  font-size: 1.2rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

interface ColorsFieldProps {
  colors: string[];
  onChange: (colors: string[]) => void;
}

/** The colours of a brand, in their order. */
export const ColorsField = ({ colors, onChange }: ColorsFieldProps) => {
  const t = useText();
  const put = (index: number, color: string) => onChange(colors.with(index, color));
  return (
    <Field.Root name="colors" hint={t('brand.colors.hint')}>
      <Field.Label>{t('brand.colors')}</Field.Label>
      <Flex tag="ul" gap={4} wrap="wrap">
        {colors.map((color, index) => (
          <Flex tag="li" key={index} gap={2}>
            <Wheel
              type="color"
              aria-label={t('brand.color', { number: index + 1 })}
              value={color}
              onChange={({ target }) => put(index, target.value)}
            />
            <Code>{color}</Code>
            <IconButton
              variant="ghost"
              label={t('brand.color.remove', { number: index + 1 })}
              onClick={() => onChange(colors.filter((_one, at) => at !== index))}
            >
              <Trash />
            </IconButton>
          </Flex>
        ))}
        {colors.length < most ? (
          <li>
            <Button
              variant="tertiary"
              startIcon={<Plus />}
              onClick={() => onChange([...colors, '#4a4a4a'])}
            >
              {t('brand.color.add')}
            </Button>
          </li>
        ) : null}
      </Flex>
      <Field.Hint />
    </Field.Root>
  );
};
