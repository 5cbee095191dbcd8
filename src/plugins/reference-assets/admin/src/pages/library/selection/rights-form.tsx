import { useState, type FormEvent } from 'react';
import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useText } from '../../../hooks/use-text';
import { useLibraryChange } from './use-library-change';

const consents = ['unknown', 'yes', 'no'] as const;

interface RightsFormProps {
  ids: string[];
  close: () => void;
}

/** Notes the same rights for all chosen assets. */
export const RightsForm = ({ ids, close }: RightsFormProps) => {
  const t = useText();
  const change = useLibraryChange();
  const [licence, setLicence] = useState('');
  const [expiresAt, setExpiresAt] = useState('');
  const [consent, setConsent] = useState<(typeof consents)[number]>('unknown');
  const apply = (event: FormEvent) => {
    event.preventDefault();
    close();
    const rights = {
      ...(licence.trim() && { licence: licence.trim() }),
      ...(expiresAt && { expiresAt }),
      ...(consent !== 'unknown' && { consent: consent === 'yes' }),
    };
    void change({ assetIds: ids, rights: Object.keys(rights).length > 0 ? rights : null });
  };
  return (
    <Flex tag="form" direction="column" alignItems="stretch" gap={4} onSubmit={apply}>
      <Field.Root name="licence">
        <Field.Label>{t('select.rights.licence')}</Field.Label>
        <TextInput
          value={licence}
          maxLength={200}
          onChange={({ target }) => setLicence(target.value)}
        />
      </Field.Root>
      <Field.Root name="expiresAt">
        <Field.Label>{t('select.rights.expires')}</Field.Label>
        <TextInput
          type="date"
          value={expiresAt}
          onChange={({ target }) => setExpiresAt(target.value)}
        />
      </Field.Root>
      <Field.Root name="consent">
        <Field.Label>{t('select.rights.consent')}</Field.Label>
        <SingleSelect
          value={consent}
          onChange={(value) => setConsent(value as (typeof consents)[number])}
        >
          {consents.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {t(`select.rights.consent.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Typography variant="pi" textColor="neutral600">
        {t('select.rights.hint')}
      </Typography>
      <Button type="submit">{t('select.apply')}</Button>
    </Flex>
  );
};
