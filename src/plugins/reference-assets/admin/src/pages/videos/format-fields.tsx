import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import { ChoiceCards } from '../../components/choice-cards';
import { Section } from '../../components/section';
import { useText } from '../../hooks/use-text';
import {
  aspectRatios,
  frameSizes,
  resolutions,
  stopPoints,
} from '../../../../shared/contracts/vocabulary';
import { LengthField } from './length-field';
import { LogoFields } from './logo-fields';
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
        <LogoFields draft={draft} set={set} />
      </Flex>
    </Section>
  );
};
