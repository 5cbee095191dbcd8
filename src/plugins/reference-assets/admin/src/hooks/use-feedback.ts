import { useCallback } from 'react';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

type ApiError = Parameters<ReturnType<typeof useAPIErrorHandler>['_unstableFormatAPIError']>[0];
type Outcome<T> = { data: T } | { error: unknown };

/** Waits for a change, tells how it ended, and gives its result, or undefined when it failed. */
export const useFeedback = () => {
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  return useCallback(
    async <T>(change: PromiseLike<Outcome<T>>, done?: string): Promise<T | undefined> => {
      const outcome = await change;
      if ('error' in outcome) {
        toggleNotification({ type: 'danger', message: formatError(outcome.error as ApiError) });
        return undefined;
      }
      if (done) toggleNotification({ type: 'success', message: done });
      return outcome.data;
    },
    [toggleNotification, formatError],
  );
};

/** The sentence that says why a request failed. */
export const useErrorText = () => {
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  return (error: unknown) => formatError(error as ApiError);
};
