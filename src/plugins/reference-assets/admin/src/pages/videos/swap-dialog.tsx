import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { AssetTiles } from '../../components/asset-tiles';
import { AssetPicture } from '../../components/asset-picture';
import { Section } from '../../components/section';
import { useSaid } from '../../hooks/use-said';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { BeatChange } from '../../../../shared/contracts/board';
import type { Beat, Reference } from '../../../../shared/contracts/beats';
import type { AssetType } from '../../../../shared/contracts/vocabulary';

interface AlternativesProps {
  reference: Reference;
  onPick: (assetId: string) => void;
}

const Alternatives = ({ reference, onPick }: AlternativesProps) => {
  const t = useText();
  const said = useSaid();
  const { percent } = useUnits();
  if (reference.alternatives.length === 0) return null;
  return (
    <Section title={t('reference.alternatives')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {reference.alternatives.map(({ asset, score, reasons }) => (
          <Flex tag="li" key={asset.documentId} gap={3}>
            <Box width="5.6rem" shrink={0} hasRadius overflow="hidden">
              <AssetPicture asset={asset} />
            </Box>
            <Box flex="1" minWidth={0}>
              <Typography tag="p" textColor="neutral800" ellipsis>
                {asset.name}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {[t('reference.score', { share: percent(score) }), ...reasons.map(said)].join('; ')}
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
  /** The role to fill anew; null to add an asset. */
  role: AssetType | null;
  onChange: (change: BeatChange) => void;
  onClose: () => void;
}

/** Choose what a beat uses instead: the next best matches, or anything in the library. */
export const SwapDialog = ({ beat, role, onChange, onClose }: SwapDialogProps) => {
  const t = useText();
  const reference = role ? beat.references[role] : null;
  const choose = (change: BeatChange) => {
    onChange(change);
    onClose();
  };
  const use = (assetId: string) => choose({ do: 'use', assetId });
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
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
            {reference ? <Alternatives reference={reference} onPick={use} /> : null}
            <Section title={t('reference.library')}>
              <AssetTiles
                initialType={role ?? undefined}
                chosen={reference ? [reference.asset.documentId] : []}
                onPick={({ documentId }) => use(documentId)}
              />
            </Section>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          {role ? (
            <Button
              variant="danger-light"
              startIcon={<Trash />}
              onClick={() => choose({ do: 'leave-out', role })}
            >
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
