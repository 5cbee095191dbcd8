import { Flex, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText, type TextId } from '../../hooks/use-text';

const Key = styled.kbd`
  padding: 2px 6px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: inherit;
  font-size: 1.2rem;
`;

const keys: [string[], TextId][] = [
  [['/'], 'library.keys.search'],
  [['←', '→', '↑', '↓', 'Home', 'End'], 'library.keys.move'],
  [['Space'], 'library.keys.choose'],
  [['Ctrl A', '⌘ A'], 'library.keys.all'],
  [['Enter'], 'library.keys.open'],
  [['J', 'K'], 'library.keys.step'],
  [['Esc'], 'library.keys.drop'],
  [['Ctrl Z', '⌘ Z'], 'library.keys.undo'],
  [['?'], 'library.keys.help'],
];

/** What keys do in the library. */
export const KeysHelp = ({ onClose }: { onClose: () => void }) => {
  const t = useText();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('library.keys')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {keys.map(([names, id]) => (
              <Flex tag="li" key={id} gap={4} justifyContent="space-between">
                <Typography textColor="neutral800">{t(id)}</Typography>
                <Flex gap={1}>
                  {names.map((name) => (
                    <Key key={name}>{name}</Key>
                  ))}
                </Flex>
              </Flex>
            ))}
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
