import { useState } from 'react';
import { Button, Field, Flex, Popover, TextInput, Typography } from '@strapi/design-system';
import { PaintBrush } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../../hooks/use-text';
import type { LibraryQuery } from '../use-library-query';

/** One of each hue that people name, light to dark where there are two. */
const swatches = [
  ...['d0021b', 'f5622d', 'f5a623', 'f8e71c', '7ed321', '2e7d32', '1abc9c', '4a90e2'],
  ...['1b3a8c', '8e44ad', 'e91e8c', 'f4c2c2', '8b572a', 'd2b48c', 'ffffff', '9b9b9b'],
  ...['4a4a4a', '000000'],
];

const Swatches = styled.div`
  display: grid;
  grid-template-columns: repeat(6, 3.2rem);
  gap: ${({ theme }) => theme.spaces[2]};
`;
const Swatch = styled.button<{ $color: string }>`
  height: 3.2rem;
  cursor: pointer;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ $color }) => $color};

  &[aria-pressed='true'],
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;
const Wheel = styled.input`
  width: 4rem;
  height: 4rem;
  padding: 0;
  cursor: pointer;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
`;
const Dot = styled.span<{ $color: string }>`
  display: inline-block;
  width: 1.4rem;
  height: 1.4rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 50%;
  background: ${({ $color }) => $color};
`;

const hexIn = (text: string): string | null =>
  /^#?([0-9a-f]{6})$/i.exec(text.trim())?.[1].toLowerCase() ?? null;

/** Finds assets by a colour: one of a few, any from a wheel, or a code typed or pasted. */
export const ColorFilter = ({
  search: { color },
  change,
}: Pick<LibraryQuery, 'search' | 'change'>) => {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const choose = (hex: string | null) => {
    setTyped(null);
    change({ color: hex }, { replace: true });
  };
  const type = (text: string) => {
    const hex = hexIn(text);
    if (hex) choose(hex);
    else setTyped(text);
  };
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button
          size="S"
          variant="tertiary"
          startIcon={color ? <Dot $color={`#${color}`} aria-hidden /> : <PaintBrush />}
        >
          {t('library.filter.color')}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="start" aria-label={t('library.filter.color')}>
        <Flex direction="column" alignItems="stretch" gap={4} padding={4}>
          <Swatches role="group" aria-label={t('library.filter.color')}>
            {swatches.map((hex) => (
              <Swatch
                key={hex}
                type="button"
                $color={`#${hex}`}
                aria-label={`#${hex}`}
                aria-pressed={color === hex}
                onClick={() => choose(color === hex ? null : hex)}
              />
            ))}
          </Swatches>
          <Flex gap={2} alignItems="flex-end">
            <Wheel
              type="color"
              aria-label={t('library.filter.color.any')}
              value={`#${color ?? 'ff0000'}`}
              onChange={({ target }) => type(target.value)}
            />
            <Field.Root name="color" flex="1">
              <Field.Label>{t('library.filter.color.code')}</Field.Label>
              <TextInput
                value={typed ?? (color ? `#${color}` : '')}
                placeholder="#c0392b"
                onChange={({ target }) => type(target.value)}
              />
            </Field.Root>
          </Flex>
          <Flex justifyContent="space-between" gap={2}>
            <Typography variant="pi" textColor="neutral600">
              {t('library.filter.color.hint')}
            </Typography>
            {color ? (
              <Button size="S" variant="tertiary" onClick={() => choose(null)}>
                {t('action.clear')}
              </Button>
            ) : null}
          </Flex>
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
};
