/** Imports of media that was there before: a price first, then in the background. */
export const importTypes = `
"Which media becomes assets; everything that is given has to hold."
input ReferenceAssetImportSelection {
  folder: Int
  name: String
  mime: String
  createdAfter: String
  createdBefore: String
  everything: Boolean
}

type ReferenceAssetImportEstimate {
  files: Int!
  costUsd: Float!
  seconds: Int!
}

type ReferenceAssetLibraryImport {
  id: ID!
  selection: JSON!
  total: Int!
  taken: Int!
  startedAt: DateTime!
  endedAt: DateTime
}

type Query {
  estimateReferenceAssetImport(
    selection: ReferenceAssetImportSelection!
  ): ReferenceAssetImportEstimate
  referenceAssetImports: [ReferenceAssetLibraryImport!]
}

type Mutation {
  startReferenceAssetImport(
    selection: ReferenceAssetImportSelection!
  ): ReferenceAssetLibraryImport
  "Takes up nothing more; what was taken up stays."
  stopReferenceAssetImport(id: ID!): ReferenceAssetLibraryImport
}
`;
