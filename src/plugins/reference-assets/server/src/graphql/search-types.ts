import { assetTypes } from '../../../shared/contracts/vocabulary';

/** Everything that finds assets: by words, by another asset, by a selection, by a beat. */
export const searchTypes = `
"How well each way of searching found an asset, 0–1; nothing where it did not."
type ReferenceAssetMatched {
  vector: Float
  words: Float
  color: Float
}

"One result of a search; the score is comparable within one answer only."
type ReferenceAssetHit {
  asset: ReferenceAsset!
  score: Float!
  matched: ReferenceAssetMatched!
  reasons: [String!]!
}

"What a search could and could not use."
type ReferenceAssetSearchMeta {
  "How many were found worth showing, over all pages."
  total: Int!
  page: Int!
  pageCount: Int!
  "The embedding model the vectors came from; nothing when words alone answered."
  vectors: String
  notice: String
}

type ReferenceAssetSearch {
  data: [ReferenceAssetHit!]!
  meta: ReferenceAssetSearchMeta!
}

enum ReferenceAssetOrientation {
  landscape
  portrait
  square
}

"Whether a video may use an asset now."
enum ReferenceAssetRightsState {
  usable
  barred
  "May be used; its licence ends soon."
  ending
}

type ReferenceAssetDuplicate {
  asset: ReferenceAsset!
  class: ReferenceAssetDuplicateClass!
  score: Float!
  "Cosine of the vectors, where that alone would call it a duplicate."
  vector: Float
}

"Parts of a match score, each 0–1 before weighting."
type ReferenceAssetScoreParts {
  semantic: Float
  words: Float!
  shotType: Float!
  role: Float!
  name: Float!
  rights: Float!
  use: Float!
}

type ReferenceAssetCandidate {
  asset: ReferenceAsset!
  score: Float!
  "How sure the match is, calibrated: of those stated at .8 about 8 in 10 are right."
  confidence: Float!
  parts: ReferenceAssetScoreParts!
  reasons: [String!]!
}

"Assets that suit a beat, role by role; an empty role has no suitable asset."
type ReferenceAssetMatches {
  ${assetTypes.map((role) => `${role}: [ReferenceAssetCandidate!]!`).join('\n  ')}
  confidence: Float!
  firstDesignConfidence: Float!
}

input ReferenceAssetBeatInput {
  shotType: VideoShotType!
  action: String!
  mood: VideoMood
  name: String
}

type Query {
  searchReferenceAssets(
    q: String
    assetType: ReferenceAssetType
    isLogo: Boolean
    color: String
    "Assets to look like."
    like: [ID!]
    orientation: ReferenceAssetOrientation
    transparent: Boolean
    minWidth: Int
    minHeight: Int
    maxWidth: Int
    maxHeight: Int
    "ISO 8601."
    from: String
    until: String
    "Document id of a user, or shared."
    owner: String
    "Id of a folder of the media library."
    folder: Int
    tags: [String!]
    rights: ReferenceAssetRightsState
    page: Int
    limit: Int
  ): ReferenceAssetSearch
  similarReferenceAssets(
    documentId: ID!
    assetType: ReferenceAssetType
    isLogo: Boolean
    orientation: ReferenceAssetOrientation
    transparent: Boolean
    minWidth: Int
    minHeight: Int
    maxWidth: Int
    maxHeight: Int
    "ISO 8601."
    from: String
    until: String
    "Document id of a user, or shared."
    owner: String
    "Id of a folder of the media library."
    folder: Int
    tags: [String!]
    rights: ReferenceAssetRightsState
    page: Int
    limit: Int
  ): ReferenceAssetSearch
  referenceAssetDuplicates(documentId: ID!): [ReferenceAssetDuplicate!]
  recommendReferenceAssets(assetIds: [ID!]!, limit: Int): [ReferenceAssetHit!]
  matchReferenceAssets(
    beat: ReferenceAssetBeatInput!
    product: String
    limit: Int
  ): ReferenceAssetMatches
}
`;
