import { useState, type ReactNode } from 'react';
import { Button, Dialog, type ButtonProps } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';

interface ConfirmButtonProps extends Pick<
  ButtonProps,
  'variant' | 'size' | 'startIcon' | 'disabled' | 'loading'
> {
  children: ReactNode;
  /** What is asked before it happens; where it takes a look first, nothing is asked when that fails (undefined). */
  question: string | (() => Promise<string | undefined>);
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
  /** The question that is open; null while none is. */
  const [asked, setAsked] = useState<string | null>(null);
  const [isLooking, setIsLooking] = useState(false);
  const ask = async () => {
    if (typeof question === 'string') return setAsked(question);
    setIsLooking(true);
    setAsked((await question().finally(() => setIsLooking(false))) ?? null);
  };
  const isDanger = button.variant?.startsWith('danger') ?? false;
  return (
    <Dialog.Root
      open={asked !== null}
      onOpenChange={(isWanted) => (isWanted ? void ask() : setAsked(null))}
    >
      <Dialog.Trigger>
        <Button {...button} loading={button.loading || isLooking}>
          {children}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={title ?? children}
        variant={isDanger ? 'danger' : 'default'}
        icon={isDanger ? undefined : <></>}
        onConfirm={async () => {
          await onConfirm();
          setAsked(null);
        }}
      >
        {asked}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
