import { Button, Modal, Typography } from '@strapi/design-system';
import { useText } from '../hooks/use-text';
import { AssetTiles, type AssetTilesProps } from './asset-tiles';

interface AssetPickerProps extends AssetTilesProps {
  title: string;
  onClose: () => void;
}

/** A dialog to choose several assets. */
export const AssetPicker = ({ title, onClose, ...tiles }: AssetPickerProps) => {
  const t = useText();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <AssetTiles {...tiles} />
        </Modal.Body>
        <Modal.Footer>
          <Typography textColor="neutral600">
            {t('picker.chosen', { count: tiles.chosen.length })}
          </Typography>
          <Button onClick={onClose}>{t('action.done')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
