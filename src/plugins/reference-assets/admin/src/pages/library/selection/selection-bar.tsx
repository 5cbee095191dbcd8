import { useState } from 'react';
import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, Folder, Key, Magic, PriceTag, Search, Stack } from '@strapi/icons';
import { styled } from 'styled-components';
import { usePermission } from '../../../hooks/use-permission';
import { useText } from '../../../hooks/use-text';
import { most, type Selection } from '../grid/use-selection';
import type { LibraryQuery } from '../use-library-query';
import { AnalyseMany } from '../analyse-many';
import { BarPopover } from './bar-popover';
import { CollectForm } from './collect-form';
import { FittingDrawer } from './fitting-drawer';
import { RemoveChosen } from './remove-chosen';
import { RightsForm } from './rights-form';
import { TagsForm } from './tags-form';
import { TypeForm } from './type-form';

const Bar = styled(Flex)`
  position: sticky;
  z-index: 3;
  bottom: ${({ theme }) => theme.spaces[4]};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;

/** How many assets a search takes as examples. */
const mostExamples = 50;

interface SelectionBarProps {
  selection: Selection;
  change: LibraryQuery['change'];
}

const Changes = ({ selection }: Pick<SelectionBarProps, 'selection'>) => {
  const t = useText();
  const { chosen, ids } = selection;
  return (
    <>
      <BarPopover label={t('select.type')} icon={<Stack />}>
        {(close) => <TypeForm ids={ids} close={close} />}
      </BarPopover>
      <BarPopover label={t('select.tags')} icon={<PriceTag />}>
        {(close) => <TagsForm assets={[...chosen.values()]} close={close} />}
      </BarPopover>
      <BarPopover label={t('select.rights')} icon={<Key />}>
        {(close) => <RightsForm ids={ids} close={close} />}
      </BarPopover>
      <AnalyseMany size="S" filter={{ assetIds: ids }} label={t('select.analyse')} />
      <RemoveChosen selection={selection} />
    </>
  );
};

/** What can be done with the chosen assets, at hand wherever the grid is scrolled. */
export const SelectionBar = ({ selection, change }: SelectionBarProps) => {
  const t = useText();
  const may = usePermission();
  const [showsFitting, setShowsFitting] = useState(false);
  const { ids, chosen, clear } = selection;
  if (chosen.size === 0) return null;
  const seekLike = () => {
    change({ like: ids.slice(-mostExamples).join(','), q: null, picture: null });
    clear();
  };
  return (
    <>
      <Bar
        role="toolbar"
        aria-label={t('select.bar')}
        gap={2}
        padding={3}
        wrap="wrap"
        hasRadius
        background="neutral0"
        borderColor="neutral200"
        data-testid="selection-bar"
      >
        <Typography fontWeight="bold" textColor="neutral800" role="status">
          {t('select.count', { count: chosen.size })}
        </Typography>
        {chosen.size === most ? (
          <Typography variant="pi" textColor="neutral600">
            {t('select.limit', { count: most })}
          </Typography>
        ) : null}
        {may('editAssets') ? <Changes selection={selection} /> : null}
        <BarPopover label={t('select.collect')} icon={<Folder />}>
          {(close) => <CollectForm ids={ids} close={close} />}
        </BarPopover>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Magic />}
          onClick={() => setShowsFitting(true)}
        >
          {t('select.fitting')}
        </Button>
        <Button size="S" variant="tertiary" startIcon={<Search />} onClick={seekLike}>
          {t('select.like')}
        </Button>
        <IconButton variant="ghost" label={t('select.clear')} onClick={clear}>
          <Cross />
        </IconButton>
      </Bar>
      {showsFitting ? <FittingDrawer ids={ids} onClose={() => setShowsFitting(false)} /> : null}
    </>
  );
};
