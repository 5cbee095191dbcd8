import { Button, Flex } from '@strapi/design-system';
import { useText } from '../../../hooks/use-text';
import { assetTypes } from '../../../../../shared/contracts/vocabulary';
import { useLibraryChange } from './use-library-change';

interface FormProps {
  ids: string[];
  close: () => void;
}

/** Says of all chosen assets what kind they are. */
export const TypeForm = ({ ids, close }: FormProps) => {
  const t = useText();
  const change = useLibraryChange();
  return (
    <Flex gap={2} wrap="wrap">
      {assetTypes.map((assetType) => (
        <Button
          key={assetType}
          size="S"
          variant="tertiary"
          onClick={() => {
            close();
            void change({ assetIds: ids, assetType });
          }}
        >
          {t(`type.${assetType}`)}
        </Button>
      ))}
    </Flex>
  );
};
