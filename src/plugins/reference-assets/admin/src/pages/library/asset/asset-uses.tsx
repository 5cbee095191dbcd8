import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useFindUsesQuery } from '../../../api/duplicate-review';
import { Section } from '../../../components/section';
import { useText } from '../../../hooks/use-text';
import { BASE_PATH } from '../../../plugin-id';
import type { AssetUse } from '../../../../../shared/contracts/usage';

/** Where a place opens; a beat has no page of its own. */
const pathOf = ({ kind, type, documentId }: AssetUse): string | null => {
  if (kind === 'video') return `${BASE_PATH}/videos/${documentId}`;
  if (kind === 'beat') return null;
  return `/content-manager/collection-types/${type}/${documentId}`;
};

/** Videos and entries that use an asset, each with the way there. */
export const AssetUses = ({ id }: { id: string }) => {
  const t = useText();
  const { data } = useFindUsesQuery(id);
  if (!data) return null;
  return (
    <Section title={t('asset.uses')}>
      {data.total === 0 ? (
        <Typography textColor="neutral600">{t('asset.uses.none')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2} data-testid="asset-uses">
          {data.uses.map((use) => {
            const to = pathOf(use);
            const title = use.title ?? use.typeName;
            return (
              <Flex
                tag="li"
                key={`${use.documentId} ${use.field}`}
                gap={3}
                justifyContent="space-between"
              >
                {to ? (
                  <Typography tag={Link} to={to} textColor="primary600" ellipsis>
                    {title}
                  </Typography>
                ) : (
                  <Typography textColor="neutral800" ellipsis>
                    {title}
                  </Typography>
                )}
                <Typography variant="pi" textColor="neutral600">
                  {use.typeName} · {use.field}
                </Typography>
              </Flex>
            );
          })}
        </Flex>
      )}
    </Section>
  );
};
