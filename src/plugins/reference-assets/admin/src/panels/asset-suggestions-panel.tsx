import { usePermission } from '../hooks/use-permission';
import { useText } from '../hooks/use-text';
import { AssetSuggestions } from './asset-suggestions';

/** A panel beside the entries of the host's own content types; the content manager calls it for its description. */
export const AssetSuggestionsPanel = ({ model }: { model: string }) => {
  const t = useText();
  const may = usePermission();
  if (!model.startsWith('api::') || !may('readAssets')) return null;
  return { title: t('suggestions.title'), content: <AssetSuggestions /> };
};
