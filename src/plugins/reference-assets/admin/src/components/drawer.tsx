import type { ReactNode } from 'react';
import { Box, Modal } from '@strapi/design-system';
import { keyframes, styled } from 'styled-components';
import { useText } from '../hooks/use-text';

const slideIn = keyframes`
  from { transform: translateX(100%); }
  to { transform: translateX(0); }
`;

// The design system has no drawer; this is its modal, standing at the right edge of the screen.
const Panel = styled(Modal.Content)`
  top: 0;
  right: 0;
  bottom: 0;
  left: auto;
  width: min(56rem, 100vw);
  max-width: none;
  height: 100dvh;
  max-height: none;
  transform: none;
  border-radius: 0;

  @media (prefers-reduced-motion: no-preference) {
    &[data-state='open'] {
      animation-name: ${slideIn};
    }
    &[data-state='closed'] {
      animation-name: none;
    }
  }
`;
const Scroll = styled(Box)`
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  overscroll-behavior: contain;
`;

interface DrawerProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
}

/** A panel over the right side of the page that keeps the focus until it is closed. */
export const Drawer = ({ title, onClose, children, footer }: DrawerProps) => {
  const t = useText();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Panel aria-describedby={undefined}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title ellipsis>{title}</Modal.Title>
        </Modal.Header>
        <Scroll tabIndex={0} role="group" aria-label={title} padding={6}>
          {children}
        </Scroll>
        {footer ? <Box shrink={0}>{footer}</Box> : null}
      </Panel>
    </Modal.Root>
  );
};
