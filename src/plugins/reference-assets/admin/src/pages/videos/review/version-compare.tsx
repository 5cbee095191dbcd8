import { useState } from 'react';
import {
  Box,
  Button,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { mediaUrl } from '../../../api/backend';
import { useListVersionsQuery } from '../../../api/review';
import { Section } from '../../../components/section';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type { VideoVersion } from '../../../../../shared/contracts/reviews';
import { Comparison, type Look } from './comparison';

interface ChoiceProps {
  label: string;
  versions: VideoVersion[];
  value: number;
  onChange: (number: number) => void;
}

const VersionChoice = ({ label, versions, value, onChange }: ChoiceProps) => {
  const t = useText();
  const { moment } = useUnits();
  return (
    <SingleSelect
      size="S"
      aria-label={label}
      value={String(value)}
      onChange={(one: string | number) => onChange(Number(one))}
    >
      {versions.map(({ number, createdAt }) => (
        <SingleSelectOption key={number} value={String(number)}>
          {`${t('version.title', { number })}, ${moment(createdAt)}`}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};

/** Two versions in step, side by side or one over the other; and every version to be downloaded. */
export const VersionCompare = ({ videoId, ratio }: { videoId: string; ratio: number }) => {
  const t = useText();
  const { data: versions = [] } = useListVersionsQuery(videoId);
  const [look, setLook] = useState<Look | null>(null);
  const [chosen, setChosen] = useState<{ left?: number; right?: number }>({});
  const [newest, before] = versions;
  if (!newest) return null;
  const find = (number: number | undefined) => versions.find((one) => one.number === number);
  const left = find(chosen.left) ?? before ?? newest;
  const right = find(chosen.right) ?? newest;
  return (
    <Section
      look="boxed"
      title={t('version.list')}
      action={
        before ? (
          <Flex gap={2} wrap="wrap">
            {(['side', 'slider'] as const).map((one) => (
              <Button
                key={one}
                size="S"
                variant={look === one ? 'secondary' : 'tertiary'}
                aria-pressed={look === one}
                onClick={() => setLook(look === one ? null : one)}
              >
                {t(`version.${one}`)}
              </Button>
            ))}
          </Flex>
        ) : undefined
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        {look ? (
          <>
            <Flex gap={2} wrap="wrap">
              <VersionChoice
                label={t('version.left')}
                versions={versions}
                value={left.number}
                onChange={(number) => setChosen({ ...chosen, left: number })}
              />
              <VersionChoice
                label={t('version.right')}
                versions={versions}
                value={right.number}
                onChange={(number) => setChosen({ ...chosen, right: number })}
              />
            </Flex>
            <Comparison
              key={`${left.number} ${right.number}`}
              left={left}
              right={right}
              look={look}
              ratio={ratio}
            />
          </>
        ) : null}
        <Box tag="ul">
          {versions.map((version) => (
            <VersionLine key={version.number} version={version} />
          ))}
        </Box>
      </Flex>
    </Section>
  );
};

const VersionLine = ({ version }: { version: VideoVersion }) => {
  const t = useText();
  const { moment } = useUnits();
  const { number, createdAt, current, approved, published, file } = version;
  const marks = [
    current ? t('version.current') : null,
    approved ? t('video.status.approved') : null,
    published ? t('video.published') : null,
  ];
  return (
    <Flex tag="li" gap={3} justifyContent="space-between" paddingTop={1} paddingBottom={1}>
      <Typography textColor="neutral800">
        {[t('version.title', { number }), moment(createdAt), ...marks].filter(Boolean).join(' · ')}
      </Typography>
      {file ? (
        <Typography
          tag="a"
          textColor="primary600"
          href={mediaUrl(file)}
          download
          aria-label={t('version.download', { number })}
        >
          {t('version.file')}
        </Typography>
      ) : null}
    </Flex>
  );
};
