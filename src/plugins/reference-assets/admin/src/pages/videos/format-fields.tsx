import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useGetStatusQuery } from '../../api/status';
import { ChoiceCards } from '../../components/choice-cards';
import { Section } from '../../components/section';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import {
  aspectRatios,
  frameSizes,
  qualityTiers,
  resolutions,
  stopPoints,
} from '../../../../shared/contracts/vocabulary';
import { LengthField } from './length-field';
import type { VideoDraft } from './video-draft';

const Shape = styled.span<{ $width: number; $height: number }>`
  display: inline-block;
  width: ${({ $width }) => $width / 50}px;
  height: ${({ $height }) => $height / 50}px;
  border: 2px solid ${({ theme }) => theme.colors.neutral600};
  border-radius: 2px;
`;

interface FieldProps {
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

/** How good, how dear and how slow; a tier that cannot run here says why. */
const TierField = ({ draft, set }: FieldProps) => {
  const t = useText();
  const mayReadStatus = usePermission()('readStatus');
  const { data: status } = useGetStatusQuery(undefined, { skip: !mayReadStatus });
  const unavailable = (tier: string) => {
    const known = status?.tiers.find((entry) => entry.tier === tier);
    if (!known || known.available) return undefined;
    return known.reason ?? t('tier.unavailable');
  };
  return (
    <ChoiceCards
      legend={t('tier.label')}
      minWidth="22rem"
      value={draft.qualityTier}
      onChange={(qualityTier) => set({ qualityTier })}
      choices={qualityTiers.map((value) => ({
        value,
        label: t(`tier.${value}`),
        detail: t(`tier.${value}.detail`),
        unavailable: unavailable(value),
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

/** Everything about the form of a video: length, shape, quality, and where to stop. */
export const FormatFields = ({ draft, set }: FieldProps) => {
  const t = useText();
  return (
    <Section look="boxed" title={t('format.title')}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <LengthField
          seconds={draft.durationSeconds}
          onChange={(durationSeconds) => set({ durationSeconds })}
        />
        <AspectField draft={draft} set={set} />
        <ResolutionField draft={draft} set={set} />
        <TierField draft={draft} set={set} />
        <StopField draft={draft} set={set} />
      </Flex>
    </Section>
  );
};
