import { Flex, Typography } from '@strapi/design-system';
import { CloudUpload } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../hooks/use-text';
import { useLibraryUploads } from './uploads-context';
import { useFileDrop } from './use-file-drop';

const Overlay = styled(Flex)`
  position: fixed;
  inset: ${({ theme }) => theme.spaces[4]};
  z-index: ${({ theme }) => theme.zIndices.overlay};
  pointer-events: none;
  border: 2px dashed ${({ theme }) => theme.colors.primary600};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.primary100};
  opacity: 0.94;
`;

/** Says that files may be let go here, while some are held over the page. */
export const DropOverlay = ({ enabled }: { enabled: boolean }) => {
  const t = useText();
  const isOver = useFileDrop(useLibraryUploads().add, enabled);
  if (!isOver) return null;
  return (
    <Overlay direction="column" justifyContent="center" gap={4}>
      <CloudUpload width="6.4rem" height="6.4rem" fill="primary600" aria-hidden />
      <Typography variant="beta" textColor="neutral800">
        {t('upload.drop')}
      </Typography>
    </Overlay>
  );
};
