import { assetTypes } from '../../../shared/contracts/vocabulary';

/** The beats of a video, and what they are made from. */
export const beatTypes = `
type VideoBeatAlternative {
  asset: ReferenceAsset!
  score: Float!
  reasons: [String!]!
  parts: ReferenceAssetScoreParts
}

"What a beat uses in one role, and what else it could use."
type VideoBeatReference {
  asset: ReferenceAsset!
  score: Float!
  reasons: [String!]!
  parts: ReferenceAssetScoreParts
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

input VideoBeatInput {
  name: String
  action: String
  prompt: String
  shotType: VideoShotType
  mood: VideoMood
  cameraMovement: VideoCameraMovement
}

"A beat of a changed plan: all beats in their order, together exactly as long as the video."
input VideoPlanBeatInput {
  beatId: ID!
  durationSeconds: Float!
  name: String
  action: String
  prompt: String
  shotType: VideoShotType
  mood: VideoMood
  cameraMovement: VideoCameraMovement
}

type Mutation {
  "Changes the words of one beat; where it was made already, it is made again."
  updateVideoBeat(documentId: ID!, beatId: ID!, data: VideoBeatInput!): VideoGeneration
  "Changes the whole plan while a video waits with it."
  updateVideoPlan(documentId: ID!, beats: [VideoPlanBeatInput!]!): VideoGeneration
  "Makes another take of one beat."
  regenerateVideoBeat(documentId: ID!, beatId: ID!): VideoGeneration
  "Sets the assets of one beat by hand; an empty list forbids all."
  mapVideoBeatReferences(documentId: ID!, beatId: ID!, assetIds: [ID!]!): VideoGeneration
}
`;
