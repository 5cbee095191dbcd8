import type { PluginConfig } from './config';
import { guestPage } from './constants';
import type { JobEngine } from './jobs/contract';
import { isGone } from './jobs/holder';
import type { MatchLibraryFor } from './library/match-library';
import type { MediaWorker } from './media/media-worker';
import { createAccountOf } from './money/account-of';
import { createManageAccounts } from './money/manage-accounts';
import { createOffers } from './money/offers';
import { createPurse } from './money/purse';
import { readModels, readTiers } from './providers/models';
import type { GenerationProvider } from './providers/generation-ports';
import type {
  BriefPlanner,
  EntityFinder,
  MarkInspector,
  Moderator,
} from './providers/language-ports';
import { retirementDay } from './providers/openai';
import { planLocally } from './providers/local/planner';
import type { Stores } from './stores';
import { createAdvance } from './video/advance';
import { createBeatQuote } from './video/beat-quote';
import { createBrowseVideos, type BrowseVideos } from './video/browse-videos';
import { createChangeFeed } from './video/change-feed';
import { createChangeBeat } from './video/change-beat';
import { createControl, type Control } from './video/control';
import { createOrders } from './video/create-video';
import { createEditPlan } from './video/edit-plan';
import { createGuestReview } from './video/guest-review';
import { createMapping } from './video/mapping';
import { createMasters } from './video/masters';
import { createMatchRequests } from './video/match-beat-request';
import type { MatchWeights } from './video/match';
import type { PaidNeeds } from './video/paid/needs';
import { createInspectClips } from './video/paid/inspect-clips';
import { createPaidCalls } from './video/paid/paid-calls';
import { createPaidQuestions } from './video/paid/paid-question';
import { createQuestionBooks } from './video/paid/question-books';
import { createPlanBrief } from './video/paid/plan-brief';
import { createVideoPackage } from './video/package';
import { createRearrangePlan } from './video/rearrange-plan';
import { createStoryboardBoard } from './video/storyboard-board';
import { createPublication } from './video/publication';
import { createRemarks } from './video/remarks';
import { createRequote, type Requote } from './video/requote';
import { createReview } from './video/review';
import { createShare } from './video/share';
import type { StillLook } from './video/still-scene';
import { createTierOffers } from './video/tier-offers';
import { createVendorReports } from './video/paid/vendor-reports';

/** What the videos of an installation are built on. */
export interface VideoParts {
  config: PluginConfig;
  stores: Stores;
  jobs: JobEngine;
  media: MediaWorker;
  marks: PaidNeeds['marks'];
  libraryFor: MatchLibraryFor;
  weights: MatchWeights;
  holder: string;
  log: PaidNeeds['log'];
  vendors: ReadonlyMap<string, GenerationProvider>;
  /** Looks at generated clips; null where no model that sees is configured. */
  inspector: MarkInspector | null;
  planner: BriefPlanner | null;
  entities: EntityFinder | null;
  moderator: Moderator | null;
  /** Where Replicate may report to; undefined where it cannot reach us or we could not tell it is Replicate. */
  webhookUrl: PaidNeeds['webhookUrl'];
  /** How stills look now. */
  look(): Promise<StillLook>;
  /** How the brand speaks. */
  tone(): Promise<string>;
  /** Logos of the brand kit. */
  brandLogos(): Promise<readonly string[]>;
}

/** Money: who pays, what is offered at which price. */
const moneyUseCases = ({ config, stores, vendors, planner }: VideoParts) => {
  const { models } = readModels(config.models);
  const { tiers } = readTiers(config.tiers, models);
  const accountOf = createAccountOf({ accounts: stores.accounts, budgets: config.budgets });
  return {
    models,
    accountOf,
    offers: createOffers({
      ...{ models, tiers, vendors: new Set(vendors.keys()) },
      ...(planner && {
        planning: {
          name: planner.model,
          retiresAt: retirementDay(planner.model, config.openai.rates),
        },
      }),
    }),
    purse: createPurse({ ...stores, accountOf }),
    manageAccounts: createManageAccounts({ ...stores, accountOf, budgets: config.budgets }),
  };
};

/** Calls to vendors, and everything they are carried with. */
const paidUseCases = (parts: VideoParts, money: ReturnType<typeof moneyUseCases>) => {
  const { config, stores, jobs, media, marks, holder, log, vendors, webhookUrl } = parts;
  const { moderator, planner, entities, inspector } = parts;
  const { models, offers, purse } = money;
  const advance = createAdvance({ ...stores, jobs, purse });
  const mine = { holder, isGone: (other: string) => isGone(other, holder) };
  const books = createQuestionBooks({
    ...{ ...stores, ...mine, purse },
    // Its own deadline, and what writing it down may take.
    longestAskMs: config.openai.timeoutMs + 60_000,
  });
  const paid: PaidNeeds = {
    ...{ ...stores, ...mine, books, jobs, media, marks, log, vendors, moderator, webhookUrl },
    ...{ models, purse, advance },
    standInFor: (video, step) => {
      if (!video.allowFallback) return undefined;
      const { fallbackStill, fallbackClip } = offers.modelsOf(video);
      return (step === 'still' ? fallbackStill : fallbackClip)?.model;
    },
    pollMs: config.jobs.vendorPollMs,
  };
  const questions = createPaidQuestions({ ...stores, books, log });
  const brief = {
    ...stores,
    media,
    log,
    planner,
    entities,
    moderator,
    questions,
    tone: parts.tone,
  };
  return {
    advance,
    paid,
    questions,
    calls: createPaidCalls(paid),
    vendorReports: createVendorReports({ ...stores, jobs }),
    planBrief: createPlanBrief({ ...brief, plan: planLocally }),
    inspectClips: createInspectClips({ ...stores, media, inspector, questions, log }),
  };
};

/** The editorial review: remarks, decisions, versions, and links for people without an account. */
const reviewUseCases = (
  { config, stores, jobs }: VideoParts,
  on: { browse: BrowseVideos; control: Control; requote: Requote },
) => {
  const beatQuote = createBeatQuote(on);
  const remarks = createRemarks({ ...stores, ...on, beatQuote });
  const review = createReview({ ...stores, ...on });
  return {
    masters: createMasters({ ...stores, ...on, ...config.review }),
    beatQuote,
    remarks,
    review,
    share: createShare({ ...stores, ...on, jobs, page: guestPage }),
    guests: createGuestReview({ ...stores, remarks, review, jobs }),
  };
};

/** Use cases of videos, on what they need. */
export const videoUseCases = (parts: VideoParts) => {
  const { stores, libraryFor, weights, brandLogos, log } = parts;
  const money = moneyUseCases(parts);
  const paid = paidUseCases(parts, money);
  const browse = createBrowseVideos(stores);
  const { offers, purse } = money;
  const requote = createRequote({
    ...{ ...stores, offers, purse },
    planUnits: paid.planBrief.units,
    lookUnits: paid.inspectClips.units,
    owedLooks: paid.inspectClips.owed,
  });
  const { tone } = parts;
  const orders = createOrders({ ...stores, requote, purse, plan: planLocally, tone, browse });
  const control = createControl({ ...stores, browse, requote, calls: paid.calls });
  return {
    ...money,
    ...paid,
    requote,
    control,
    browseVideos: browse,
    orders,
    tierOffers: createTierOffers({ ...stores, orders }),
    mapping: createMapping({ ...stores, browse, control }),
    editPlan: createEditPlan({ ...stores, browse, control }),
    rearrangePlan: createRearrangePlan({ ...stores, browse }),
    changeBeat: createChangeBeat({ ...stores, browse, control, requote }),
    board: createStoryboardBoard({ ...stores, browse, offers, look: parts.look }),
    ...reviewUseCases(parts, { browse, control, requote }),
    videoPackage: createVideoPackage({ ...stores, browse }),
    publication: createPublication({ ...stores, browse }),
    matchRequests: createMatchRequests({ ...stores, libraryFor, weights, brandLogos }),
    changes: createChangeFeed({ ...stores, notices: stores.changeNotices, jobs: parts.jobs, log }),
  };
};
