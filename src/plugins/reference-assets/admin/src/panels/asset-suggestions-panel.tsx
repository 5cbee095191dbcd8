import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { usePermission } from '../hooks/use-permission';
import { PLUGIN_ID } from '../plugin-id';

/** What the panel shows comes when it is shown: the content manager loads this file on every page of the panel. */
const AssetSuggestions = lazy(() =>
  import('./asset-suggestions').then((module) => ({ default: module.AssetSuggestions })),
);
const title = { id: `${PLUGIN_ID}.suggestions.title`, defaultMessage: 'Fitting assets' };

/** A panel beside the entries of the host's own content types; the content manager calls it for its description. */
export const AssetSuggestionsPanel = ({ model }: { model: string }) => {
  const { formatMessage } = useIntl();
  const may = usePermission();
  if (!model.startsWith('api::') || !may('readAssets')) return null;
  return {
    title: formatMessage(title),
    content: (
      <Suspense fallback={null}>
        <AssetSuggestions />
      </Suspense>
    ),
  };
};
