import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useTellApartMutation } from '../../../api/duplicate-review';
import { AssetPicture } from '../../../components/asset-picture';
import { StateBadge } from '../../../components/state-badge';
import { useFeedback } from '../../../hooks/use-feedback';
import { usePermission } from '../../../hooks/use-permission';
import { useSaid } from '../../../hooks/use-said';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import { BASE_PATH } from '../../../plugin-id';
import type { DuplicateGroup, DuplicateMember } from '../../../../../shared/contracts/duplicates';
import { useMerge } from './use-merge';

const Members = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  margin: 0;
  padding: 0;
  list-style: none;
`;
const Member = styled.li<{ $isKeeper: boolean }>`
  display: flex;
  flex-direction: column;
  overflow: hidden;
  border: 2px solid
    ${({ theme, $isKeeper }) => theme.colors[$isKeeper ? 'success500' : 'neutral200']};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

interface MemberCardProps {
  member: DuplicateMember;
  isKeeper: boolean;
  /** Left out where nothing is to be merged, or may not be. */
  keep?: () => void;
  tellApart?: () => void;
}

/** One of the pictures side by side: what it is, how it resembles the others, and where it is used. */
const MemberCard = ({ member, isKeeper, keep, tellApart }: MemberCardProps) => {
  const t = useText();
  const { bytes, moment, percent } = useUnits();
  const { asset, score, uses } = member;
  const facts = [
    asset.width && asset.height
      ? t('asset.size.px', { width: asset.width, height: asset.height })
      : null,
    asset.sizeBytes === null ? null : bytes(asset.sizeBytes),
    asset.file?.mime.replace('image/', '').toUpperCase(),
  ];
  return (
    <Member $isKeeper={isKeeper} data-testid="duplicate-member">
      <AssetPicture asset={asset} alt={asset.name} ratio="4 / 3" />
      <Flex direction="column" alignItems="stretch" gap={1} padding={4} grow={1}>
        <Flex gap={2} justifyContent="space-between">
          <Typography
            tag={Link}
            to={`${BASE_PATH}/library/${asset.documentId}`}
            fontWeight="bold"
            textColor="neutral800"
            ellipsis
          >
            {asset.name}
          </Typography>
          {isKeeper ? <StateBadge tone="success">{t('duplicates.keeper')}</StateBadge> : null}
        </Flex>
        <Typography variant="pi" textColor="neutral600">
          {facts.filter(Boolean).join(' · ')}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {t('duplicates.added', { at: moment(asset.createdAt) })}
        </Typography>
        <Typography variant="pi" textColor="neutral800">
          {t('duplicates.uses', { count: uses })}
        </Typography>
        {isKeeper ? null : (
          <Typography variant="pi" textColor="neutral600">
            {t(`duplicates.class.${member.class}`)} ·{' '}
            {t('asset.confidence', { share: percent(score) })}
          </Typography>
        )}
        {!isKeeper && keep && tellApart ? (
          <Flex gap={2} paddingTop={2} wrap="wrap">
            <Button
              size="S"
              variant="tertiary"
              aria-label={t('duplicates.keepThis.of', { name: asset.name })}
              onClick={keep}
            >
              {t('duplicates.keepThis')}
            </Button>
            <Button
              size="S"
              variant="tertiary"
              aria-label={t('duplicates.notOne.of', { name: asset.name })}
              onClick={tellApart}
            >
              {t('duplicates.notOne')}
            </Button>
          </Flex>
        ) : null}
      </Flex>
    </Member>
  );
};

/** Assets that show the same, side by side: which to keep and why, merge the others into it, or tell them apart. */
export const GroupCard = ({ group }: { group: DuplicateGroup }) => {
  const t = useText();
  const said = useSaid();
  const report = useFeedback();
  const mayEdit = usePermission()('editAssets');
  const merge = useMerge();
  const [tellApart] = useTellApartMutation();
  const [chosen, setChosen] = useState(group.keeper);
  const [isBusy, setIsBusy] = useState(false);
  const keeper = group.members.find(({ asset }) => asset.documentId === chosen)?.asset;
  const others = group.members
    .map(({ asset }) => asset.documentId)
    .filter((documentId) => documentId !== chosen);
  const mergeAll = async () => {
    if (!keeper) return;
    setIsBusy(true);
    await merge({ id: keeper.documentId, name: keeper.name, assetIds: others });
    setIsBusy(false);
  };
  const part = (id: string) =>
    report(
      tellApart({
        id,
        assetIds: group.members.flatMap(({ asset }) =>
          asset.documentId === id ? [] : asset.documentId,
        ),
      }),
      t('duplicates.apart'),
    );
  return (
    <Box
      background="neutral0"
      padding={6}
      hasRadius
      shadow="tableShadow"
      data-testid="duplicate-group"
    >
      <Members>
        {group.members.map((member) => {
          const { documentId } = member.asset;
          return (
            <MemberCard
              key={documentId}
              member={member}
              isKeeper={documentId === chosen}
              keep={mayEdit && group.keeper ? () => setChosen(documentId) : undefined}
              tellApart={mayEdit && group.keeper ? () => void part(documentId) : undefined}
            />
          );
        })}
      </Members>
      {keeper ? (
        <Flex gap={4} paddingTop={4} justifyContent="space-between" wrap="wrap">
          <Typography textColor="neutral600">
            {chosen === group.keeper
              ? t('duplicates.because', { why: group.reasons.map(said).join('; ') })
              : t('duplicates.chosen')}
          </Typography>
          {mayEdit ? (
            <Button loading={isBusy} onClick={mergeAll}>
              {t('duplicates.merge', { count: others.length })}
            </Button>
          ) : null}
        </Flex>
      ) : null}
    </Box>
  );
};
