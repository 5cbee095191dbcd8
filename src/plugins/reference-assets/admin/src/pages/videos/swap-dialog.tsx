import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useMapReferencesMutation } from '../../api/review';
import { AssetTiles } from '../../components/asset-tiles';
import { CheckeredImage } from '../../components/checkered-image';
import { Section } from '../../components/section';
import { useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { Beat, Reference } from '../../../../shared/contracts/videos';
import type { AssetType } from '../../../../shared/contracts/vocabulary';
import { mappedAssets } from './mapped-assets';

interface AlternativesProps {
  reference: Reference;
  onPick: (assetId: string) => void;
}

const Alternatives = ({ reference, onPick }: AlternativesProps) => {
  const t = useText();
  const { percent } = useUnits();
  if (reference.alternatives.length === 0) return null;
  return (
    <Section title={t('reference.alternatives')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {reference.alternatives.map(({ asset, score, reasons }) => (
          <Flex tag="li" key={asset.documentId} gap={3}>
            <Box width="5.6rem" shrink={0} hasRadius overflow="hidden">
              <CheckeredImage media={asset.thumbnail ?? asset.file} alt="" />
            </Box>
            <Box flex="1" minWidth={0}>
              <Typography tag="p" textColor="neutral800" ellipsis>
                {asset.name}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {[t('reference.score', { share: percent(score) }), ...reasons].join('; ')}
              </Typography>
            </Box>
            <Button size="S" variant="secondary" onClick={() => onPick(asset.documentId)}>
              {t('reference.use')}
            </Button>
          </Flex>
        ))}
      </Flex>
    </Section>
  );
};

interface SwapDialogProps {
  beat: Beat;
  videoId: string;
  /** The role to fill anew; null to add an asset. */
  role: AssetType | null;
  onClose: () => void;
}

/** Choose what a beat uses instead: the next best matches, or anything in the library. */
export const SwapDialog = ({ beat, videoId, role, onClose }: SwapDialogProps) => {
  const t = useText();
  const report = useFeedback();
  const [map, { isLoading }] = useMapReferencesMutation();
  const reference = role ? beat.references[role] : null;
  const choose = async (assetId: string | null) => {
    const assetIds = mappedAssets(beat.references, role, assetId);
    const mapping = { id: videoId, beatId: beat.documentId, assetIds };
    const done = await report(map(mapping), t('reference.swapped'));
    if (done !== undefined) onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined} aria-busy={isLoading}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>
            {t(role ? 'reference.swap.title' : 'reference.add.title', {
              number: beat.order + 1,
              role: role ? t(`type.${role}`) : '',
            })}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={8}>
            {reference ? <Alternatives reference={reference} onPick={choose} /> : null}
            <Section title={t('reference.library')}>
              <AssetTiles
                initialType={role ?? undefined}
                chosen={reference ? [reference.asset.documentId] : []}
                onPick={({ documentId }) => choose(documentId)}
              />
            </Section>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          {role ? (
            <Button variant="danger-light" startIcon={<Trash />} onClick={() => choose(null)}>
              {t('reference.leaveOut')}
            </Button>
          ) : (
            <span />
          )}
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
