import type { ReactNode } from 'react';
import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';

interface AgainButtonProps {
  isLoading: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** Has something done once more, beside what tells of it. */
export const AgainButton = ({ isLoading, onClick, children }: AgainButtonProps) => (
  <Button
    size="S"
    variant="tertiary"
    startIcon={<ArrowClockwise />}
    loading={isLoading}
    onClick={onClick}
  >
    {children}
  </Button>
);
