import { useState, type ReactNode } from 'react';
import { Box, Button, Popover } from '@strapi/design-system';

interface BarPopoverProps {
  label: string;
  icon: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A button of the bar with a small form above it. */
export const BarPopover = ({ label, icon, children }: BarPopoverProps) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger>
        <Button size="S" variant="tertiary" startIcon={icon}>
          {label}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="top" align="start" aria-label={label}>
        <Box padding={4} width="min(34rem, 90vw)">
          {isOpen ? children(() => setIsOpen(false)) : null}
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};
