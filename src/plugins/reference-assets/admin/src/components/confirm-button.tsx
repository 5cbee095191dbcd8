import { useState, type ReactNode } from 'react';
import { Button, Dialog, type ButtonProps } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';

interface ConfirmButtonProps extends Pick<
  ButtonProps,
  'variant' | 'size' | 'startIcon' | 'disabled' | 'loading'
> {
  children: ReactNode;
  /** What is asked before it happens. */
  question: string;
  title?: string;
  onConfirm: () => Promise<unknown>;
}

/** A button whose deed is asked about first. */
export const ConfirmButton = ({
  children,
  question,
  title,
  onConfirm,
  ...button
}: ConfirmButtonProps) => {
  const [open, setOpen] = useState(false);
  const isDanger = button.variant?.startsWith('danger') ?? false;
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button {...button}>{children}</Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={title ?? children}
        variant={isDanger ? 'danger' : 'default'}
        icon={isDanger ? undefined : <></>}
        onConfirm={async () => {
          await onConfirm();
          setOpen(false);
        }}
      >
        {question}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
