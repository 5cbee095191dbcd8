import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { PriceTag } from '../../../../shared/contracts/installation';

/** A price tag in words. */
export const usePrice = () => {
  const t = useText();
  const { price, seconds } = useUnits();
  return ({ piece, seconds: length, usd, basis }: PriceTag): string => {
    if (usd === null) return t('settings.price.varies');
    const what =
      piece === 'clip' && length !== null
        ? t('settings.price.clip', { length: seconds(length) })
        : t(`settings.price.${piece}`);
    return t(basis === 'at-most' ? 'settings.price.atMost' : 'settings.price.is', {
      name: what,
      amount: price(usd),
    });
  };
};
