/** Accounts and the ledger, to be read; all amounts in US dollars. */
export const moneyTypes = `
"What an account has and may spend; nothing where nothing is limited."
type ReferenceAssetAccount {
  name: String!
  balanceUsd: Float
  "Set aside for what is under way."
  heldUsd: Float!
  availableUsd: Float
  owedUsd: Float!
  spentThisMonthUsd: Float!
  monthlyCapUsd: Float
  videoCapUsd: Float
}

"One line of the ledger."
type ReferenceAssetSpendLine {
  step: String!
  provider: String!
  model: String!
  units: Float!
  unitUsd: Float!
  costUsd: Float!
  video: ID
  beat: ID
  asset: ID
  providerJobId: String
  note: String
  at: DateTime!
}

type ReferenceAssetSpendPage {
  data: [ReferenceAssetSpendLine!]!
  meta: ReferenceAssetPageMeta!
}

"One sum of the ledger; without a key for what belongs to none."
type ReferenceAssetSpendSum {
  key: String
  label: String
  lines: Int!
  costUsd: Float!
}

type ReferenceAssetSpendSummary {
  sums: [ReferenceAssetSpendSum!]!
  totalUsd: Float!
}

type Query {
  "Sums by day, tier, model, person or campaign; from and until are days."
  referenceAssetSpendingSummary(by: String, from: String, until: String): ReferenceAssetSpendSummary
  referenceAssetAccount: ReferenceAssetAccount
  referenceAssetSpending(page: Int, pageSize: Int, video: ID): ReferenceAssetSpendPage
  "What a video still lacks, and of some beats another take."
  estimateRemainingVideo(documentId: ID!, beatIds: [ID!]): VideoQuote
}
`;
