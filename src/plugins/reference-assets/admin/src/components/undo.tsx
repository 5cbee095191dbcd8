import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';
import { isTyping } from '../hooks/use-keys';
import { useText } from '../hooks/use-text';

/** How long a deed is offered to be undone, once nobody looks at the offer any more. */
const offeredMs = 12_000;

interface Offer {
  message: string;
  undo: () => Promise<unknown>;
}
type MakeOffer = (message: string, undo: () => Promise<unknown>) => void;

const UndoContext = createContext<MakeOffer>(() => undefined);

const Toast = styled(Flex)`
  position: fixed;
  z-index: ${({ theme }) => theme.zIndices.notification};
  left: 50%;
  /* Above the bar of what can be done with chosen assets. */
  bottom: 12rem;
  transform: translateX(-50%);
  max-width: calc(100vw - 3.2rem);
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;

const OfferToast = ({ offer, end }: { offer: Offer; end: () => void }) => {
  const t = useText();
  const [isHeld, setIsHeld] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const undo = useCallback(async () => {
    setIsBusy(true);
    await offer.undo();
    end();
  }, [offer, end]);
  useEffect(() => {
    if (isHeld || isBusy) return undefined;
    const timer = setTimeout(end, offeredMs);
    return () => clearTimeout(timer);
  }, [isHeld, isBusy, end]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
      if (!isUndo || event.shiftKey || isTyping(event.target)) return;
      event.preventDefault();
      void undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo]);
  return (
    <Toast
      role="status"
      gap={4}
      padding={3}
      paddingLeft={5}
      hasRadius
      background="neutral0"
      borderColor="neutral200"
      data-testid="undo"
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <Typography textColor="neutral800">{offer.message}</Typography>
      <Button size="S" variant="secondary" loading={isBusy} onClick={undo}>
        {t('action.undo')}
      </Button>
      <IconButton variant="ghost" label={t('action.close')} onClick={end}>
        <Cross />
      </IconButton>
    </Toast>
  );
};

/** Offers what was just done to be undone, by a button and by the keys people know for it. */
export const UndoProvider = ({ children }: { children: ReactNode }) => {
  const [offer, setOffer] = useState<(Offer & { id: number }) | null>(null);
  const lastId = useRef(0);
  const make = useCallback<MakeOffer>((message, undo) => {
    lastId.current += 1;
    setOffer({ message, undo, id: lastId.current });
  }, []);
  const end = useCallback(() => setOffer(null), []);
  return (
    <UndoContext.Provider value={make}>
      {children}
      {offer ? <OfferToast key={offer.id} offer={offer} end={end} /> : null}
    </UndoContext.Provider>
  );
};

/** Tells what was done and offers to undo it. */
export const useOfferUndo = () => useContext(UndoContext);
