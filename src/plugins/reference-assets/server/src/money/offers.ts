import { errors } from '@strapi/utils';
import {
  paidTiers,
  type ModelRow,
  type PaidTier,
  type TierModels,
} from '../../../shared/contracts/models';
import { qualityTiers, type QualityTier } from '../../../shared/contracts/vocabulary';
import { retirementNotice, retirementOf } from './retirement';

/** Who does one step; `row` is the model's card, null for what this machine does itself for nothing. */
export interface StepModel {
  provider: string;
  model: string;
  row: ModelRow | null;
}

/** Which model does which step of a video; the fallbacks only where they are allowed. */
export interface VideoModels {
  still: StepModel;
  clip: StepModel;
  music: StepModel;
  fallbackStill?: StepModel;
  fallbackClip?: StepModel;
}

/** What a video asks for: a tier, and models instead of the tier's own, by name. */
export interface ModelChoice {
  qualityTier: QualityTier;
  models?: { image?: string; video?: string; music?: string } | null;
}

/** A tier as the status page shows it. */
export interface Offer {
  tier: QualityTier;
  available: boolean;
  /** Why it is not to be had, for people. */
  reason?: string;
  /** What an operator should see to: a model that is about to end. */
  notice?: string;
}

interface Needs {
  models: ReadonlyMap<string, ModelRow>;
  tiers: Readonly<Record<PaidTier, TierModels>>;
  /** Vendors with a key, by name. */
  vendors: ReadonlySet<string>;
  /** The language model that plans paid videos, where one is configured. */
  planning?: Pick<ModelRow, 'name' | 'retiresAt'>;
  today?: () => Date;
}

/** In place of the vendor of a model that the configuration does not know any more. */
const removed = 'removed';
/** Whether nobody knows a model any more: what it made stays, and nothing can be ordered from it. */
export const isRemoved = ({ provider }: StepModel): boolean => provider === removed;

const local = (model: string): StepModel => ({ provider: 'local', model, row: null });

/** The free way: composed from the product's own pixels on this machine. */
export const animatic: VideoModels = {
  still: local('animatic-1'),
  clip: local('animatic-1'),
  music: local('composer-1'),
};
export const assembler: StepModel = local('ffmpeg');
export const localPlanner: StepModel = local('planner-1');

export const isPaid = (tier: QualityTier): tier is PaidTier =>
  (paidTiers as readonly string[]).includes(tier);

const refuse = (path: string, message: string): never => {
  throw new errors.ValidationError(message, {
    errors: [{ path: path.split('.'), message, name: 'ValidationError' }],
  });
};

/** Why a model, or a plan, is not to be had; undefined when it is. */
const createObjections = ({ models, vendors, planning, today = () => new Date() }: Needs) => ({
  toModel(name: string, kind: ModelRow['kind']): string | undefined {
    const row = models.get(name);
    if (row?.kind !== kind) return `There is no ${kind} model "${name}".`;
    if (!vendors.has(row.provider))
      return `${row.name} needs ${row.provider}, which is not configured.`;
    return retirementOf(row, today()).state === 'retired'
      ? retirementNotice(row, today())
      : undefined;
  },
  toPlan: (): string | undefined =>
    planning && retirementOf(planning, today()).state === 'retired'
      ? retirementNotice(planning, today())
      : undefined,
  /** Models of a tier that are about to end, the planning one among them. */
  notices(tier: TierModels): string[] {
    const rows = Object.values(tier).flatMap((name) => models.get(name) ?? []);
    const used = [...rows.filter(({ provider }) => vendors.has(provider)), planning];
    return [...new Set(used.flatMap((row) => (row && retirementNotice(row, today())) || []))];
  },
});

type Objections = ReturnType<typeof createObjections>;

/** Models by their names, whether or not anything can be ordered from them. */
const createStanding = ({ models, tiers }: Needs, objections: Objections) => {
  const stepModel = (name: string, kind: ModelRow['kind']): StepModel | undefined => {
    const row = models.get(name);
    return row && !objections.toModel(name, kind)
      ? { provider: row.provider, model: name, row }
      : undefined;
  };

  const named = (name: string, kind: ModelRow['kind']): StepModel => {
    const row = models.get(name);
    return row?.kind === kind
      ? { provider: row.provider, model: name, row }
      : { provider: removed, model: name, row: null };
  };
  const fallbacksOf = (tier: TierModels) => ({
    fallbackStill: tier.fallbackImage ? stepModel(tier.fallbackImage, 'still') : undefined,
    fallbackClip: tier.fallbackVideo ? stepModel(tier.fallbackVideo, 'clip') : undefined,
  });

  return {
    stepModel,
    fallbacksOf,

    /**
     * The models of a video that is there, whether or not they can still be ordered from: what was made with them
     * stays. The fallbacks are only those that can.
     */
    modelsOf({ qualityTier, models: asked }: ModelChoice): VideoModels {
      if (!isPaid(qualityTier)) return animatic;
      const tier = tiers[qualityTier];
      return {
        still: named(asked?.image ?? tier.image, 'still'),
        clip: named(asked?.video ?? tier.video, 'clip'),
        music: named(asked?.music ?? tier.music, 'music'),
        ...fallbacksOf(tier),
      };
    },

    /** Throws: `ValidationError` for a model that a video needs more of and that is not to be had any more. */
    demandUsable({ model, row, provider }: StepModel, kind: ModelRow['kind']): void {
      if (!row && provider !== removed) return;
      const problem = objections.toModel(model, kind);
      if (problem) refuse('models', `This video needs more made with ${model}. ${problem}`);
    },
  };
};

/** What this installation can make, with which models. */
export const createOffers = (needs: Needs) => {
  const { tiers } = needs;
  const objections = createObjections(needs);
  const { stepModel, fallbacksOf, ...standing } = createStanding(needs, objections);
  const toAll = ({ image, video, music }: Pick<TierModels, 'image' | 'video' | 'music'>) =>
    objections.toModel(image, 'still') ??
    objections.toModel(video, 'clip') ??
    objections.toModel(music, 'music');

  const offerOf = (tier: QualityTier): Offer => {
    if (!isPaid(tier)) return { tier, available: true };
    const reason = objections.toPlan() ?? toAll(tiers[tier]);
    const notices = objections.notices(tiers[tier]);
    return {
      tier,
      available: reason === undefined,
      ...(reason && { reason }),
      ...(notices.length > 0 && { notice: notices.join(' ') }),
    };
  };
  const list = (): Offer[] => qualityTiers.map(offerOf);

  const demand = (field: string, name: string, kind: ModelRow['kind']): StepModel =>
    stepModel(name, kind) ??
    refuse(`models.${field}`, objections.toModel(name, kind) ?? `no model ${name}`);

  return {
    list,
    ...standing,

    /**
     * The models a new video is made with.
     *
     * Throws: `ValidationError` for a tier that is not to be had, and for a model that is unknown, retired or whose
     *         vendor is not configured.
     */
    modelsFor({ qualityTier, models: asked }: ModelChoice): VideoModels {
      if (!isPaid(qualityTier)) return animatic;
      const tier = tiers[qualityTier];
      const image = asked?.image ?? tier.image;
      const video = asked?.video ?? tier.video;
      const music = asked?.music ?? tier.music;
      const planProblem = objections.toPlan();
      const problem = planProblem ?? toAll({ image, video, music });
      if (problem && (planProblem || !asked)) {
        const offered = list().flatMap((one) => (one.available ? one.tier : []));
        refuse(
          'qualityTier',
          `The ${qualityTier} tier is not available. ${problem} Available: ${offered.join(', ')}.`,
        );
      }
      return {
        still: demand('image', image, 'still'),
        clip: demand('video', video, 'clip'),
        music: demand('music', music, 'music'),
        ...fallbacksOf(tier),
      };
    },
  };
};
export type Offers = ReturnType<typeof createOffers>;
