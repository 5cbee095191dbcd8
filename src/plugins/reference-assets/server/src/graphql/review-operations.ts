import type { Core } from '@strapi/strapi';
import { documentId } from '../../../shared/contracts/problems';
import {
  activityList,
  answerRequest,
  commentRequest,
  decisionRequest,
  reviewRequest,
  type Decision,
} from '../../../shared/contracts/reviews';
import { useCase } from '../composition';
import { parse } from '../controllers/parse';
import { given, type Action, type Operation, type Operations } from './operation';
import type { Args } from './plugin-api';

/** The video an operation is about, and the rest of its arguments as REST has them in the body. */
const split = ({ documentId: id, ...body }: Args): { id: string; body: Args } => ({
  id: parse(documentId, id),
  body: given(body),
});

export const reviewQueries = (strapi: Core.Strapi): Operations => ({
  videoGenerationComments: {
    action: 'comment.find',
    resolve: (args, viewer) => useCase(strapi, 'remarks').list(split(args).id, viewer),
  },
  videoGenerationVersions: {
    action: 'video-version.find',
    resolve: (args, viewer) => useCase(strapi, 'masters').list(split(args).id, viewer),
  },
  videoBeatRegenerateQuote: {
    action: 'beat-quote.find',
    async resolve(args, viewer) {
      const beatId = parse(documentId, args.beatId);
      return useCase(strapi, 'beatQuote').of(split(args).id, beatId, viewer);
    },
  },
  videoGenerationActivity: {
    action: 'video-activity.find',
    async resolve(args, viewer) {
      const { id, body } = split(args);
      const list = parse(activityList, body);
      const shown = await useCase(strapi, 'readActivity').of('video', id, list, viewer);
      return { data: shown.data, meta: { pagination: shown.pagination } };
    },
  },
  referenceAssetActivity: {
    action: 'asset-activity.find',
    async resolve(args, viewer) {
      const { id, body } = split(args);
      const list = parse(activityList, body);
      const shown = await useCase(strapi, 'readActivity').of('asset', id, list, viewer);
      return { data: shown.data, meta: { pagination: shown.pagination } };
    },
  },
});

const decisionMutations = (strapi: Core.Strapi): Operations => {
  const decide = (action: Action, decision: Decision): Operation => ({
    action,
    async resolve(args, viewer) {
      const { id, body } = split(args);
      const request = parse(decisionRequest, body);
      return useCase(strapi, 'review').decide(id, decision, request, viewer);
    },
  });
  const undo = (action: Action, decision: Decision): Operation => ({
    action,
    resolve: (args, viewer) => useCase(strapi, 'review').undo(split(args).id, decision, viewer),
  });
  return {
    approveVideoGeneration: decide('video-review.approve', 'approve'),
    undoVideoGenerationApproval: undo('video-review.undoApprove', 'approve'),
    requestVideoGenerationChanges: decide('video-review.requestChanges', 'request_changes'),
    undoVideoGenerationChangeRequest: undo('video-review.undoRequestChanges', 'request_changes'),
    rejectVideoGeneration: decide('video-review.reject', 'reject'),
    undoVideoGenerationRejection: undo('video-review.undoReject', 'reject'),
    reviewVideoGeneration: {
      action: 'video-review.review',
      alsoNeeds: ['video-review.approve', 'video-review.requestChanges', 'video-review.reject'],
      async resolve(args, viewer) {
        const { id, body } = split(args);
        const { decision, ...request } = parse(reviewRequest, body);
        return useCase(strapi, 'review').decide(id, decision, request, viewer);
      },
    },
  };
};

const commentMutations = (strapi: Core.Strapi): Operations => {
  const resolve = (action: Action, done: boolean): Operation => ({
    action,
    async resolve(args, viewer) {
      const commentId = parse(documentId, args.commentId);
      return useCase(strapi, 'remarks').resolve(split(args).id, commentId, done, viewer);
    },
  });
  return {
    commentVideoGeneration: {
      action: 'video-review.comment',
      async resolve(args, viewer) {
        const { id, body } = split(args);
        return useCase(strapi, 'remarks').add(id, parse(commentRequest, body), viewer);
      },
    },
    resolveVideoGenerationComment: resolve('video-review.resolve', true),
    reopenVideoGenerationComment: resolve('video-review.reopen', false),
    regenerateForVideoGenerationComment: {
      action: 'video-review.answer',
      async resolve(args, viewer) {
        const commentId = parse(documentId, args.commentId);
        const request = parse(answerRequest, { quotedUsd: args.quotedUsd });
        return useCase(strapi, 'remarks').answer(split(args).id, commentId, request, viewer);
      },
    },
  };
};

export const reviewMutations = (strapi: Core.Strapi): Operations => ({
  ...decisionMutations(strapi),
  ...commentMutations(strapi),
});
