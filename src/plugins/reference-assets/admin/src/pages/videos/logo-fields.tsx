import {
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { styled } from 'styled-components';
import { rangeColors } from '../../components/range-colors';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { LogoStyle } from '../../../../shared/contracts/logo';
import { logoPositions } from '../../../../shared/contracts/vocabulary';
import type { FieldProps } from './format-fields';

const Range = styled.input`
  width: 100%;
  ${rangeColors}
`;

const sliders = [
  { field: 'widthRatio', min: 0.05, max: 0.5, usual: 0.16 },
  { field: 'opacity', min: 0.2, max: 1, usual: 1 },
  { field: 'marginRatio', min: 0, max: 0.2, usual: 0.05 },
] as const;

/** How the logo stands; what is left alone is chosen for each shot. */
export const LogoFields = ({ draft, set }: FieldProps) => {
  const t = useText();
  const { percent } = useUnits();
  const style = draft.logoStyle ?? {};
  const change = (part: Partial<LogoStyle>) => {
    const next = Object.fromEntries(
      Object.entries({ ...style, ...part }).filter(([, value]) => value !== undefined),
    ) as LogoStyle;
    set({ logoStyle: Object.keys(next).length > 0 ? next : null });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" fontWeight="bold" textColor="neutral800">
        {t('logo.title')}
      </Typography>
      <Grid.Root gap={4}>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="logoPosition">
            <Field.Label>{t('logo.position')}</Field.Label>
            <SingleSelect
              size="S"
              value={style.position ?? ''}
              placeholder={t('logo.auto')}
              onClear={() => change({ position: undefined })}
              onChange={(value) => change({ position: value as LogoStyle['position'] })}
            >
              {logoPositions.map((value) => (
                <SingleSelectOption key={value} value={value}>
                  {t(`logo.position.${value}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        {sliders.map(({ field, min, max, usual }) => (
          <Grid.Item key={field} col={6} s={12} xs={12} direction="column" alignItems="stretch">
            <Typography tag="label" variant="pi" fontWeight="bold" textColor="neutral800">
              {t(`logo.${field}`)}:{' '}
              {style[field] === undefined ? t('logo.auto') : percent(style[field])}
              <Range
                type="range"
                min={min}
                max={max}
                step={0.01}
                value={style[field] ?? usual}
                onChange={({ target }) => change({ [field]: Number(target.value) })}
              />
            </Typography>
          </Grid.Item>
        ))}
      </Grid.Root>
    </Flex>
  );
};
