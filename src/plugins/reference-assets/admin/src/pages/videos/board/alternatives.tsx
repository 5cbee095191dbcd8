import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { AssetPicture } from '../../../components/asset-picture';
import { useSaid } from '../../../hooks/use-said';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type { Reference } from '../../../../../shared/contracts/beats';

const Row = styled.ul`
  display: flex;
  gap: ${({ theme }) => theme.spaces[2]};
  margin: 0;
  padding: 0;
  list-style: none;
`;
const Tile = styled.button`
  width: 4.8rem;
  padding: 0;
  overflow: hidden;
  cursor: pointer;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`;
/** More than these are in the dialog. */
const shown = 4;

/** The next best assets of a role, one press away. */
export const Alternatives = ({
  reference,
  onUse,
}: {
  reference: Reference;
  onUse: (assetId: string) => void;
}) => {
  const t = useText();
  const said = useSaid();
  const { percent } = useUnits();
  if (reference.alternatives.length === 0) return null;
  return (
    <>
      <Typography variant="pi" textColor="neutral600">
        {t('reference.alternatives')}
      </Typography>
      <Row>
        {reference.alternatives.slice(0, shown).map(({ asset, score, reasons }) => {
          const why = [t('reference.score', { share: percent(score) }), ...reasons.map(said)].join(
            '; ',
          );
          return (
            <li key={asset.documentId}>
              <Tile
                type="button"
                title={`${asset.name}: ${why}`}
                aria-label={t('reference.useInstead', { name: asset.name })}
                onClick={() => onUse(asset.documentId)}
              >
                <AssetPicture asset={asset} />
              </Tile>
            </li>
          );
        })}
      </Row>
    </>
  );
};
