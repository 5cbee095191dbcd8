import { Field, Flex, Grid, TextInput, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { ChoiceCards } from '../../components/choice-cards';
import { ChoiceField } from '../../components/choice-field';
import { LogoStyleFields } from '../../components/logo-style-fields';
import { Section } from '../../components/section';
import { useText } from '../../hooks/use-text';
import {
  aspectMismatches,
  aspectRatios,
  frameSizes,
  resolutions,
  stopPoints,
} from '../../../../shared/contracts/vocabulary';
import { LengthField } from './length-field';
import { TierField } from './tier-field';
import type { VideoRequest } from '../../../../shared/contracts/video-requests';
import type { VideoDraft } from './video-draft';

const Shape = styled.span<{ $width: number; $height: number }>`
  display: inline-block;
  width: ${({ $width }) => $width / 50}px;
  height: ${({ $height }) => $height / 50}px;
  border: 2px solid ${({ theme }) => theme.colors.neutral600};
  border-radius: 2px;
`;

/** What every field of a new video gets. */
export interface FieldProps {
  draft: VideoDraft;
  set: (change: Partial<VideoDraft>) => void;
}

/** The shape of the picture. */
const AspectField = ({ draft, set }: FieldProps) => {
  const t = useText();
  return (
    <ChoiceCards
      legend={t('aspect.label')}
      minWidth="14rem"
      value={draft.aspectRatio}
      onChange={(aspectRatio) => set({ aspectRatio })}
      choices={aspectRatios.map((value) => ({
        value,
        label: (
          <Flex gap={2} height="2.8rem">
            <Shape
              $width={frameSizes[value].width}
              $height={frameSizes[value].height}
              aria-hidden
            />
            {value}
          </Flex>
        ),
        detail: t(`aspect.${value}`),
      }))}
    />
  );
};

/** How many lines the picture has. */
const ResolutionField = ({ draft, set }: FieldProps) => {
  const t = useText();
  return (
    <ChoiceCards
      legend={t('resolution.label')}
      minWidth="16rem"
      value={draft.resolution}
      onChange={(resolution) => set({ resolution })}
      choices={resolutions.map((value) => ({
        value,
        label: value,
        detail: t(`resolution.${value}`),
      }))}
    />
  );
};

/** Where the making stops for a person to look. */
const StopField = ({ draft, set }: FieldProps) => {
  const t = useText();
  return (
    <ChoiceCards
      legend={t('stop.label')}
      minWidth="16rem"
      value={draft.stopAfter}
      onChange={(stopAfter) => set({ stopAfter })}
      choices={stopPoints.map((value) => ({
        value,
        label: t(`stop.${value}`),
        detail: t(`stop.${value}.detail`),
      }))}
    />
  );
};

const longestLabel = 60;

/** What becomes of pictures of another shape than the frame, and words that stand on every frame. */
const LookFields = ({ draft, set }: FieldProps) => {
  const t = useText();
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
        <ChoiceField
          name="aspectMismatch"
          label={t('mismatch.label')}
          size="S"
          value={draft.aspectMismatch ?? null}
          placeholder={t('mismatch.usual')}
          choices={aspectMismatches.map((value) => ({ value, label: t(`mismatch.${value}`) }))}
          onChange={(aspectMismatch) => set({ aspectMismatch })}
        />
      </Grid.Item>
      <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
        <Field.Root name="label">
          <Field.Label>{t('frameLabel.label')}</Field.Label>
          <TextInput
            size="S"
            value={draft.label ?? ''}
            maxLength={longestLabel}
            placeholder={t('frameLabel.example')}
            onChange={({ target }: { target: HTMLInputElement }) =>
              set({ label: target.value.trim() ? target.value : null })
            }
          />
        </Field.Root>
      </Grid.Item>
    </Grid.Root>
  );
};

/** Everything about the form of a video: quality and price first, then length, shape, stops and logo. */
export const FormatFields = ({ draft, set, request }: FieldProps & { request: VideoRequest }) => {
  const t = useText();
  return (
    <Section look="boxed" title={t('format.title')}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <TierField draft={draft} set={set} request={request} />
        <LengthField
          seconds={draft.durationSeconds}
          onChange={(durationSeconds) => set({ durationSeconds })}
        />
        <AspectField draft={draft} set={set} />
        <ResolutionField draft={draft} set={set} />
        <StopField draft={draft} set={set} />
        <LookFields draft={draft} set={set} />
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography variant="pi" fontWeight="bold" textColor="neutral800">
            {t('logo.title')}
          </Typography>
          <LogoStyleFields style={draft.logoStyle} onChange={(logoStyle) => set({ logoStyle })} />
        </Flex>
      </Flex>
    </Section>
  );
};
