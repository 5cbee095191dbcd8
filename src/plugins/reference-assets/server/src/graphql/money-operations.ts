import type { Core } from '@strapi/strapi';
import { spendingQuery, spendingSummaryQuery } from '../../../shared/contracts/money';
import { documentId } from '../../../shared/contracts/problems';
import { remainingRequest } from '../../../shared/contracts/video-edits';
import { useCase } from '../composition';
import { parse } from '../controllers/parse';
import { pagination } from '../library/browse';
import { listedOwnerOf, ownerOf } from '../library/viewer';
import { given, type Operations } from './operation';

export const moneyQueries = (strapi: Core.Strapi): Operations => ({
  referenceAssetAccount: {
    action: 'account.find',
    resolve: (_args, viewer) => useCase(strapi, 'manageAccounts').mine(ownerOf(viewer)),
  },
  referenceAssetSpending: {
    action: 'spending.find',
    async resolve(args, viewer) {
      const query = parse(spendingQuery, given(args));
      const found = await useCase(strapi, 'manageAccounts').spending(query, listedOwnerOf(viewer));
      return { data: found.lines, meta: { pagination: pagination(query, found.total) } };
    },
  },
  referenceAssetSpendingSummary: {
    action: 'spending-summary.find',
    resolve(args, viewer) {
      const query = parse(spendingSummaryQuery, given(args));
      return useCase(strapi, 'manageAccounts').summary(query, listedOwnerOf(viewer));
    },
  },
  estimateRemainingVideo: {
    action: 'remaining-estimate.find',
    async resolve({ documentId: id, ...rest }, viewer) {
      const { beatIds } = parse(remainingRequest, given(rest));
      return useCase(strapi, 'orders').remaining(parse(documentId, id), beatIds, viewer);
    },
  },
});
