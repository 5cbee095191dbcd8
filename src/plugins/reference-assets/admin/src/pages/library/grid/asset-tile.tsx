import { memo } from 'react';
import { Check } from '@strapi/icons';
import { useReason } from '../../../hooks/use-reason';
import { useSaid } from '../../../hooks/use-said';
import { useText, useWord } from '../../../hooks/use-text';
import type { Hit } from '../../../../../shared/contracts/asset-search';
import { AnalysisBadge, hasFailed } from '../analysis-state';
import { TilePicture } from './tile-picture';
import { Mark, Name, Reason, Tile, Words } from './tile-styles';

interface AssetTileProps {
  hit: Hit;
  index: number;
  href: string;
  picture: number;
  isSelected: boolean;
  /** Whether the Tab key comes to this tile; arrow keys go on from there. */
  isEntry: boolean;
  withReasons: boolean;
  maySelect: boolean;
}

const Meta = ({ asset }: Pick<Hit, 'asset'>) => {
  const word = useWord();
  const t = useText();
  const reason = useReason();
  const { analysis, assetType, width, height, logoEvidence } = asset;
  if (hasFailed(analysis)) {
    const why = reason(analysis.error);
    return <p title={why}>{why}</p>;
  }
  // What somebody has to do comes before a size, which its page tells as well.
  const size = width && height ? t('asset.size.px', { width, height }) : null;
  const told = [
    assetType && word('type', assetType),
    logoEvidence?.needsLook ? t('asset.logo.look') : size,
  ];
  return <p>{told.filter(Boolean).join(' · ')}</p>;
};

/** An asset in the grid: what it looks like, what it is, where its analysis stands, and why a search found it. */
export const AssetTile = memo(function AssetTile(props: AssetTileProps) {
  const { hit, index, href, picture, isSelected, isEntry, withReasons, maySelect } = props;
  const t = useText();
  const said = useSaid();
  const { asset } = hit;
  const reasons = withReasons ? hit.reasons.map(said) : [];
  return (
    <Tile
      role="gridcell"
      aria-selected={maySelect ? isSelected : undefined}
      data-testid="asset-card"
      data-index={index}
    >
      <TilePicture asset={asset} height={picture} />
      <Words>
        <Name href={href} tabIndex={isEntry ? 0 : -1} title={asset.name}>
          {asset.name}
        </Name>
        {asset.analysis.status === 'done' ? null : <AnalysisBadge status={asset.analysis.status} />}
        {asset.analysis.status === 'done' || hasFailed(asset.analysis) ? (
          <Meta asset={asset} />
        ) : null}
        {withReasons ? <Reason title={reasons.join('\n')}>{reasons.join(' · ')}</Reason> : null}
      </Words>
      {maySelect ? (
        <Mark
          type="button"
          tabIndex={-1}
          aria-pressed={isSelected}
          aria-label={t('select.one', { name: asset.name })}
        >
          <Check aria-hidden />
        </Mark>
      ) : null}
    </Tile>
  );
});

/** Height of what stands below the picture of a tile, px. */
export const textHeight = (withReasons: boolean): number => (withReasons ? 92 : 66);
