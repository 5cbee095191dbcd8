const decisionArguments = `documentId: ID!, comment: String, beatIds: [ID!], version: Int`;

/** Remarks, versions, decisions and the activity of the editorial review. */
export const reviewTypes = `
"Somebody of the admin panel who is asked to look."
type VideoReviewMention {
  id: Int!
  name: String!
}

"A remark on a video; frames count from 0 at the master's rational fps."
type VideoReviewComment {
  documentId: ID!
  text: String!
  frame: Int
  "The last frame of a range."
  frameEnd: Int
  fps: String!
  beatId: ID
  "{strokes: [{color, width, points: [[x, y]]}]} in shares of the picture, 0 to 1."
  drawing: JSON
  parentId: ID
  mentions: [VideoReviewMention!]!
  version: Int
  author: String!
  createdAt: DateTime!
  awaitsVersion: Boolean!
  resolvedBy: String
  resolvedVersion: Int
  resolvedAt: DateTime
}

"A master that was assembled."
type VideoGenerationVersion {
  number: Int!
  createdAt: DateTime!
  frames: Int!
  fps: String!
  file: ReferenceAssetFile
  poster: ReferenceAssetFile
  current: Boolean!
  approved: Boolean!
  published: Boolean!
}

type VideoBeatQuote {
  estimatedCostUsd: Float!
}

"Who did what, when."
type ReferenceAssetActivity {
  id: ID!
  at: DateTime!
  actor: String!
  actorKind: String!
  action: String!
  detail: String
}

type ReferenceAssetActivityPage {
  data: [ReferenceAssetActivity!]!
  meta: ReferenceAssetActivityPageMeta!
}

type ReferenceAssetActivityPageMeta {
  pagination: Pagination!
}

type Query {
  videoGenerationComments(documentId: ID!): [VideoReviewComment!]
  "Masters that are kept, newest first."
  videoGenerationVersions(documentId: ID!): [VideoGenerationVersion!]
  "What another take of a beat would cost."
  videoBeatRegenerateQuote(documentId: ID!, beatId: ID!): VideoBeatQuote
  videoGenerationActivity(documentId: ID!, page: Int, pageSize: Int): ReferenceAssetActivityPage
  referenceAssetActivity(documentId: ID!, page: Int, pageSize: Int): ReferenceAssetActivityPage
}

type Mutation {
  approveVideoGeneration(${decisionArguments}): VideoGeneration
  requestVideoGenerationChanges(${decisionArguments}): VideoGeneration
  rejectVideoGeneration(${decisionArguments}): VideoGeneration
  "Any decision; asks for the permission of every one."
  reviewVideoGeneration(decision: VideoReviewDecision!, ${decisionArguments}): VideoGeneration
  undoVideoGenerationApproval(documentId: ID!): VideoGeneration
  undoVideoGenerationChangeRequest(documentId: ID!): VideoGeneration
  undoVideoGenerationRejection(documentId: ID!): VideoGeneration
  commentVideoGeneration(
    documentId: ID!
    text: String!
    frame: Int
    frameEnd: Int
    beatId: ID
    drawing: JSON
    parentId: ID
    mentions: [Int!]
  ): VideoReviewComment
  resolveVideoGenerationComment(documentId: ID!, commentId: ID!): VideoReviewComment
  reopenVideoGenerationComment(documentId: ID!, commentId: ID!): VideoReviewComment
  "Has the beat of a comment made again, at the price that was shown."
  regenerateForVideoGenerationComment(
    documentId: ID!
    commentId: ID!
    quotedUsd: Float!
  ): VideoGeneration
}
`;
