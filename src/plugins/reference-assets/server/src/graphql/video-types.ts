/** Videos from the order to the finished master; prices in US dollars. */
export const videoTypes = `
type VideoGenerationProgress {
  done: Int!
  total: Int!
}

"What was promised, what the file says."
type VideoQualityCheck {
  name: String!
  "A text, a number or true or false."
  expected: JSON!
  actual: JSON!
  passed: Boolean!
  "It asks for a look and keeps nothing from review."
  advisory: Boolean
  "The beat it is about; nothing when it is about the whole video."
  beatId: ID
}

type VideoQualityReport {
  passed: Boolean!
  checks: [VideoQualityCheck!]!
}

"How a video came about, in the words of IPTC's digital source type."
type VideoDisclosure {
  digitalSourceType: String!
  "Models and programs that made it, as provider/model."
  models: [String!]!
  statement: String!
  "Words that stand on every frame."
  label: String
  "Whether the file carries a signed C2PA manifest."
  signed: Boolean!
}

type VideoGeneration {
  documentId: ID!
  prompt: String!
  durationSeconds: Float!
  aspectRatio: VideoAspectRatio!
  resolution: VideoResolution!
  aspectMismatch: VideoAspectMismatch
  "How the logo stands on the whole video."
  logoStyle: JSON
  "Words that stand small on every frame."
  label: String
  qualityTier: VideoQualityTier!
  status: VideoGenerationStatus!
  stopAfter: VideoStopPoint!
  published: Boolean!
  referenceAssetIds: [ID!]!
  "The brief as it was understood, cut into beats."
  spec: JSON
  imageModelUsed: String
  videoModelUsed: String
  estimatedCostUsd: Float!
  actualCostUsd: Float!
  video: ReferenceAssetFile
  poster: ReferenceAssetFile
  "WebVTT of the copy lines."
  captions: ReferenceAssetFile
  disclosure: VideoDisclosure
  qualityReport: VideoQualityReport
  owner: String
  models: VideoModelChoice
  allowFallback: Boolean!
  error: ReferenceAssetProblem
  progress: VideoGenerationProgress!
  beats: [VideoBeat!]
  createdAt: DateTime!
  updatedAt: DateTime!
}

"Models asked for instead of the tier's own, by name."
type VideoModelChoice {
  image: String
  video: String
  music: String
}

type VideoGenerationPage {
  data: [VideoGeneration!]!
  meta: VideoGenerationPageMeta!
}

type VideoGenerationPageMeta {
  pagination: Pagination!
}

"One line of a price: units × unitUsd."
type VideoPriceLine {
  step: String!
  provider: String!
  model: String!
  units: Float!
  unitUsd: Float!
  totalUsd: Float!
}

type VideoCredits {
  availableUsd: Float!
}

type VideoQuote {
  estimatedCostUsd: Float!
  breakdown: [VideoPriceLine!]!
  "What the account has left; nothing where nothing is limited."
  credits: VideoCredits
}

input VideoGenerationInput {
  prompt: String!
  "5 to 60 whole seconds."
  durationSeconds: Int
  qualityTier: VideoQualityTier
  aspectRatio: VideoAspectRatio
  resolution: VideoResolution
  "For pictures of another shape than the frame."
  aspectMismatch: VideoAspectMismatch
  "position, widthRatio, opacity, marginRatio, fromSeconds, toSeconds; what is not said is chosen for the shot."
  logoStyle: JSON
  "Words that stand small on every frame; unset: as the installation says."
  label: String
  referenceAssetIds: [ID!]
  "Where a person looks before more is made."
  stopAfter: VideoStopPoint
  models: VideoModelChoiceInput
  "Whether the tier's fallback models may be used when its first ones fail."
  allowFallback: Boolean
}

input VideoModelChoiceInput {
  image: String
  video: String
  music: String
}

type Query {
  videoGenerations(page: Int, pageSize: Int, status: VideoGenerationStatus, published: Boolean): VideoGenerationPage
  "With published, the public version, whoever asks."
  videoGeneration(documentId: ID!, published: Boolean): VideoGeneration
  estimateVideoGeneration(data: VideoGenerationInput!): VideoQuote
}

type Mutation {
  "A repeated request with the same key returns the first one's video."
  createVideoGeneration(data: VideoGenerationInput!, idempotencyKey: String): VideoGeneration
  continueVideoGeneration(documentId: ID!): VideoGeneration
  cancelVideoGeneration(documentId: ID!): VideoGeneration
  retryVideoGeneration(documentId: ID!): VideoGeneration
}
`;
