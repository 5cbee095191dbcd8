import { assetTypes } from '../../../shared/contracts/vocabulary';

/** The beats of a video, and what they are made from. */
export const beatTypes = `
type VideoBeatAlternative {
  asset: ReferenceAsset!
  score: Float!
  reasons: [String!]!
}

"What a beat uses in one role, and what else it could use."
type VideoBeatReference {
  asset: ReferenceAsset!
  score: Float!
  reasons: [String!]!
  alternatives: [VideoBeatAlternative!]!
  manual: Boolean!
}

type VideoBeatReferences {
  ${assetTypes.map((role) => `${role}: VideoBeatReference`).join('\n  ')}
}

type VideoBeat {
  documentId: ID!
  order: Int!
  name: String!
  startSeconds: Float!
  durationSeconds: Float!
  shotType: VideoShotType!
  action: String!
  mood: VideoMood!
  cameraMovement: VideoCameraMovement!
  prompt: String!
  status: VideoBeatStatus!
  confidence: Float
  references: VideoBeatReferences!
  still: ReferenceAssetFile
  stillWithLogo: ReferenceAssetFile
  clips: [ReferenceAssetFile!]!
  notes: [String!]!
  "Words on the picture: headline, callToAction."
  copy: JSON
  "How the picture comes into the beat: kind, frames."
  transition: JSON
  attempts: Int!
  costUsd: Float!
  error: ReferenceAssetProblem
}

type Mutation {
  "Makes another take of one beat."
  regenerateVideoBeat(documentId: ID!, beatId: ID!): VideoGeneration
  "Sets the assets of one beat by hand; an empty list forbids all."
  mapVideoBeatReferences(documentId: ID!, beatId: ID!, assetIds: [ID!]!): VideoGeneration
}
`;
