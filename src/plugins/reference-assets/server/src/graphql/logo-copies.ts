import type { Core } from '@strapi/strapi';
import { applyLogoRequest, logoCopyId } from '../../../shared/contracts/logo-copies';
import { documentId } from '../../../shared/contracts/problems';
import { useCase } from '../composition';
import { parse } from '../controllers/parse';
import { given, type Operations } from './operation';

/** A logo laid over a video of the media library. */
export const logoCopyTypes = `
"A copy of a video with a logo over it, or on its way."
type ReferenceAssetLogoCopy {
  id: ID!
  "pending, done or failed"
  status: String!
  assetId: ID!
  fileId: Int!
  file: ReferenceAssetFile
  "x, y, width, height in px of the video as it is shown, and position."
  placement: JSON
  error: ReferenceAssetProblem
}

type Query {
  referenceAssetLogoCopy(id: ID!): ReferenceAssetLogoCopy
}

type Mutation {
  "The same request again is the same copy. logoStyle: position, widthRatio, opacity, marginRatio, fromSeconds, toSeconds."
  applyLogoToVideo(documentId: ID!, fileId: Int!, logoStyle: JSON): ReferenceAssetLogoCopy
}
`;

export const logoCopyQueries = (strapi: Core.Strapi): Operations => ({
  referenceAssetLogoCopy: {
    action: 'logo-copy.find',
    resolve: (args, viewer) => useCase(strapi, 'applyLogo').get(parse(logoCopyId, args.id), viewer),
  },
});

export const logoCopyMutations = (strapi: Core.Strapi): Operations => ({
  applyLogoToVideo: {
    action: 'logo-copy.create',
    async resolve(args, viewer) {
      const { documentId: id, ...request } = given(args);
      const parsed = parse(applyLogoRequest, request);
      return useCase(strapi, 'applyLogo').ask(parse(documentId, id), parsed, viewer);
    },
  },
});
