/** Duplicates as a report, and what is done about them; and where assets are used. */
export const duplicateTypes = `
type ReferenceAssetDuplicateMember {
  asset: ReferenceAsset!
  class: ReferenceAssetDuplicateClass!
  score: Float!
  "In how many places it is used."
  uses: Int!
}

"Assets that show the same, and which of them should be kept; nobody among variants."
type ReferenceAssetDuplicateGroup {
  keeper: ID
  reasons: [String!]!
  members: [ReferenceAssetDuplicateMember!]!
}

type ReferenceAssetDuplicateOriginal {
  documentId: ID!
  name: String!
  thumbnail: ReferenceAssetFile
}

"What the library has already of a picture that was brought in."
type ReferenceAssetDuplicateNotice {
  documentId: ID!
  existing: ReferenceAssetDuplicateOriginal!
  class: ReferenceAssetDuplicateClass!
  score: Float!
}

"Known duplicates of an asset; not compared yet while it waits for that."
type ReferenceAssetDuplicateReport {
  compared: Boolean!
  duplicates: [ReferenceAssetDuplicateNotice!]!
}

type ReferenceAssetPairCount {
  class: ReferenceAssetDuplicateClass!
  count: Int!
}

"How far the library was compared, and how many pairs were found."
type ReferenceAssetDuplicateSummary {
  compared: Int!
  waiting: Int!
  pairs: [ReferenceAssetPairCount!]!
}

type ReferenceAssetDuplicateGroupMeta {
  pagination: Pagination!
  summary: ReferenceAssetDuplicateSummary!
}

type ReferenceAssetDuplicateGroupPage {
  data: [ReferenceAssetDuplicateGroup!]!
  meta: ReferenceAssetDuplicateGroupMeta!
}

type ReferenceAssetMerged {
  documentId: ID!
  name: String!
}

"One merge, which can be undone for a while."
type ReferenceAssetMerge {
  id: ID!
  kept: ID!
  merged: ReferenceAssetMerged!
  by: String!
  at: DateTime!
  undoableUntil: DateTime!
  references: Int!
}

"A place where an asset is used."
type ReferenceAssetUse {
  kind: String!
  type: String!
  typeName: String!
  documentId: String!
  title: String
  field: String!
}

type ReferenceAssetUsage {
  total: Int!
  uses: [ReferenceAssetUse!]!
}

type ReferenceAssetMergePage {
  data: [ReferenceAssetMerge!]!
  meta: ReferenceAssetPageMeta!
}

type ReferenceAssetDistinction {
  distinct: [ID!]!
}

type Query {
  referenceAssetDuplicateGroups(
    page: Int
    pageSize: Int
    class: ReferenceAssetDuplicateClass
  ): ReferenceAssetDuplicateGroupPage
  "Merges that can still be undone, newest first."
  referenceAssetMerges(page: Int, pageSize: Int): ReferenceAssetMergePage
  "What the library has already of an asset's picture."
  referenceAssetDuplicateReport(documentId: ID!): ReferenceAssetDuplicateReport
  referenceAssetUsage(documentId: ID!): ReferenceAssetUsage
  "The edge picture, made when it is first asked for."
  referenceAssetEdges(documentId: ID!): ReferenceAssetFile
}

type Mutation {
  "Carries everything of some assets over to one, which is kept."
  mergeReferenceAssets(
    documentId: ID!
    assetIds: [ID!]!
    newVersion: Boolean
  ): [ReferenceAssetMerge!]
  undoReferenceAssetMerge(id: ID!): ReferenceAsset
  "Remembers that assets are no duplicates of one."
  distinguishReferenceAssets(documentId: ID!, assetIds: [ID!]!): ReferenceAssetDistinction
}
`;
