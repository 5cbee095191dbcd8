import { Flex, Loader } from '@strapi/design-system';
import { useText } from '../hooks/use-text';

/** Something is on its way. Strapi's `Page.Loading` is a whole `main`, this stands inside one. */
export const Waiting = () => {
  const t = useText();
  return (
    <Flex justifyContent="center" padding={8} aria-busy>
      <Loader>{t('action.loading')}</Loader>
    </Flex>
  );
};
