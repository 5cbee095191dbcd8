import { useCallback } from 'react';
import type { Verb } from '../permissions';
import { BASE_PATH } from '../plugin-id';
import { usePermission } from './use-permission';

/** What the pages below an address ask for. */
const needs: readonly (readonly [begin: string, verb: Verb])[] = [
  [`${BASE_PATH}/library`, 'readAssets'],
  [`${BASE_PATH}/videos`, 'readVideos'],
  ['/settings/reference-assets/status', 'readStatus'],
];

/** An address as far as the person may open it: a link to a page that refuses them is not there. */
export const useReach = () => {
  const may = usePermission();
  return useCallback(
    (to: string | undefined): string | undefined =>
      to && needs.every(([begin, verb]) => !to.startsWith(begin) || may(verb)) ? to : undefined,
    [may],
  );
};
