import { Field, Grid, NumberInput, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../hooks/use-text';
import { useUnits } from '../hooks/use-units';
import type { LogoStyle } from '../../../shared/contracts/logo';
import { logoPositions } from '../../../shared/contracts/vocabulary';
import { ChoiceField } from './choice-field';
import { rangeColors } from './range-colors';

const Range = styled.input`
  width: 100%;
  ${rangeColors}
`;

/** `usual` is what a shot gets when nothing is said. */
const sliders = [
  { field: 'widthRatio', min: 0.05, max: 0.5, usual: 0.15 },
  { field: 'opacity', min: 0.2, max: 1, usual: 1 },
  { field: 'marginRatio', min: 0, max: 0.2, usual: 0.05 },
] as const;
const moments = ['fromSeconds', 'toSeconds'] as const;
/** What the server takes. */
const latestSecond = 60;

interface LogoStyleFieldsProps {
  style: LogoStyle | null | undefined;
  /** Gets null once nothing is said any more. */
  onChange: (style: LogoStyle | null) => void;
}

/** How a logo stands on a video; what is left alone is chosen for each shot. */
export const LogoStyleFields = ({ style, onChange }: LogoStyleFieldsProps) => {
  const t = useText();
  const { percent } = useUnits();
  const said = style ?? {};
  const change = (part: Partial<LogoStyle>) => {
    const next = Object.fromEntries(
      Object.entries({ ...said, ...part }).filter(([, value]) => value !== undefined),
    ) as LogoStyle;
    onChange(Object.keys(next).length > 0 ? next : null);
  };
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
        <ChoiceField
          name="logoPosition"
          label={t('logo.position')}
          size="S"
          value={said.position ?? null}
          placeholder={t('logo.auto')}
          choices={logoPositions.map((value) => ({ value, label: t(`logo.position.${value}`) }))}
          onChange={(position) => change({ position: position ?? undefined })}
        />
      </Grid.Item>
      {sliders.map(({ field, min, max, usual }) => (
        <Grid.Item key={field} col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Typography tag="label" variant="pi" fontWeight="bold" textColor="neutral800">
            {t(`logo.${field}`)}:{' '}
            {said[field] === undefined ? t('logo.auto') : percent(said[field])}
            <Range
              type="range"
              min={min}
              max={max}
              step={0.01}
              value={said[field] ?? usual}
              onChange={({ target }) => change({ [field]: Number(target.value) })}
            />
          </Typography>
        </Grid.Item>
      ))}
      {moments.map((field) => (
        <Grid.Item key={field} col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Field.Root name={field}>
            <Field.Label>{t(`logo.${field}`)}</Field.Label>
            <NumberInput
              size="S"
              step={0.5}
              value={said[field]}
              placeholder={t(`logo.${field}.usual`)}
              onValueChange={(value) =>
                change({
                  [field]:
                    value === undefined ? undefined : Math.min(latestSecond, Math.max(0, value)),
                })
              }
            />
          </Field.Root>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
};
