/** Assets of the library: what `Asset` of the contracts shows, and what a person may set. */
export const assetTypes = `
"A stored picture or video; lengths in px."
type ReferenceAssetFile {
  id: Int!
  documentId: ID!
  name: String!
  url: String!
  mime: String!
  width: Int
  height: Int
  sizeBytes: Long!
}

"What went wrong, in words for people."
type ReferenceAssetProblem {
  code: String!
  message: String!
  step: String
}

"A colour that covers part of a picture: sRGB 0–255, share of the opaque pixels 0–1."
type ReferenceAssetColor {
  rgb: [Int!]!
  hex: String!
  name: String!
  share: Float!
}

"One voice in the question whether a picture is a logo."
type ReferenceAssetLogoVote {
  source: String!
  vote: String!
  score: Float!
  weight: Float!
  reason: String!
}

type ReferenceAssetLogoEvidence {
  isLogo: Boolean!
  score: Float!
  "Voices with a say contradict each other, and no person has spoken."
  needsLook: Boolean!
  evidence: [ReferenceAssetLogoVote!]!
}

type ReferenceAssetRights {
  licence: String
  expiresAt: String
  territories: [String!]
  consent: Boolean
}

"Whether an asset may enter a video now, and why not."
type ReferenceAssetRightsStatus {
  usable: Boolean!
  problem: String
  reason: String
  "Last day of a licence that ends soon."
  endsSoon: String
}

type ReferenceAssetAnalysis {
  status: ReferenceAssetAnalysisStatus!
  provider: String
  model: String
  effort: String
  promptVersion: String
  measuredVersion: String
  confidence: Float
  costUsd: Float!
  error: ReferenceAssetProblem
  at: DateTime
}

type ReferenceAsset {
  documentId: ID!
  name: String!
  description: String
  altText: String
  assetType: ReferenceAssetType
  primaryObject: String
  colors: [String!]!
  dominantColors: [ReferenceAssetColor!]!
  styleTags: [String!]!
  recommendedShotTypes: [VideoShotType!]!
  usageContexts: [String!]!
  hasText: Boolean
  visibleText: String
  hasTransparency: Boolean
  width: Int
  height: Int
  sizeBytes: Long
  isLogo: Boolean!
  logoEvidence: ReferenceAssetLogoEvidence
  logoPositionPreference: ReferenceAssetLogoPosition
  logoStyle: JSON
  contentHash: String
  perceptualHash: String
  owner: String
  rights: ReferenceAssetRights
  rightsStatus: ReferenceAssetRightsStatus!
  usageCount: Int!
  lastUsedAt: DateTime
  analysis: ReferenceAssetAnalysis!
  "What a person set; no analysis overwrites it."
  humanFields: [String!]!
  "By field name: {by: person | model | measured | file, provider, model, version, at}."
  origins: JSON!
  file: ReferenceAssetFile
  thumbnail: ReferenceAssetFile
  edges: ReferenceAssetFile
  createdAt: DateTime!
  updatedAt: DateTime!
}

type ReferenceAssetPage {
  data: [ReferenceAsset!]!
  meta: ReferenceAssetPageMeta!
}

type ReferenceAssetPageMeta {
  pagination: Pagination!
}

type ReferenceAssetImport {
  "How many files are assets now."
  taken: Int!
  "Ids of files that are not there."
  missing: [Int!]!
}

"Counts and price of an analysis of many; US dollars."
type ReferenceAssetAnalysisEstimate {
  count: Int!
  toAsk: Int!
  kept: Int!
  estimatedCostUsd: Float!
  perPictureUsd: Float!
  basis: String!
  provider: String!
  model: String!
  promptVersion: String!
  started: Boolean!
}

input ReferenceAssetAnalysisFilter {
  assetIds: [ID!]
  assetType: ReferenceAssetType
  isLogo: Boolean
  status: ReferenceAssetAnalysisStatus
  provider: String
  model: String
  promptVersion: String
  outdated: Boolean
}

input ReferenceAssetRightsInput {
  licence: String
  "A date or a date and time, ISO 8601."
  expiresAt: String
  "ISO 3166 country codes; none is everywhere."
  territories: [String!]
  consent: Boolean
}

"What a person may set; each field that is given is remembered as theirs."
input ReferenceAssetInput {
  name: String
  description: String
  altText: String
  assetType: ReferenceAssetType
  primaryObject: String
  colors: [String!]
  styleTags: [String!]
  recommendedShotTypes: [VideoShotType!]
  usageContexts: [String!]
  hasText: Boolean
  visibleText: String
  isLogo: Boolean
  logoPositionPreference: ReferenceAssetLogoPosition
  logoStyle: JSON
  rights: ReferenceAssetRightsInput
}

type Query {
  referenceAssets(
    page: Int
    pageSize: Int
    assetType: ReferenceAssetType
    isLogo: Boolean
    status: ReferenceAssetAnalysisStatus
    needsLook: Boolean
  ): ReferenceAssetPage
  referenceAsset(documentId: ID!): ReferenceAsset
}

type Mutation {
  updateReferenceAsset(documentId: ID!, data: ReferenceAssetInput!): ReferenceAsset
  "Removes an asset; one that is used somewhere only with force."
  deleteReferenceAsset(documentId: ID!, force: Boolean): DeleteMutationResponse
  "Has an asset analysed again."
  analyseReferenceAsset(documentId: ID!): ReferenceAsset
  "Has many analysed again, or tells what that costs; no condition means all that may be changed."
  analyseReferenceAssets(
    filter: ReferenceAssetAnalysisFilter
    estimateOnly: Boolean
    maxCostUsd: Float
  ): ReferenceAssetAnalysisEstimate
  "Gives a field that a person set back to the analysis."
  handBackReferenceAssetField(documentId: ID!, field: String!): ReferenceAsset
  "Makes assets of media that is there already."
  importReferenceAssets(fileIds: [Int!], folder: Int): ReferenceAssetImport
}
`;
