import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useText } from '../../../hooks/use-text';
import { assetOrders } from '../../../../../shared/contracts/asset-search';
import type { LibraryQuery } from '../use-library-query';

/** In which order the library stands; what a search found has its own. */
export const OrderSelect = ({ search, change }: Pick<LibraryQuery, 'search' | 'change'>) => {
  const t = useText();
  return (
    <SingleSelect
      size="S"
      aria-label={t('library.order')}
      value={search.order}
      onChange={(order) => change({ order: order === 'newest' ? null : String(order) })}
    >
      {assetOrders.map((order) => (
        <SingleSelectOption key={order} value={order}>
          {t(`library.order.${order}`)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
