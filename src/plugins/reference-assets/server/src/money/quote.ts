import { errors } from '@strapi/utils';
import type { PriceLine, Quote } from '../../../shared/contracts/prices';
import type { StepModel } from './offers';
import { priceOf, type Asked, type Price } from './price';
import { roundUsd } from './usd';

/** One thing to be made and paid for: a step, who does it, and what its price depends on. */
export interface Unit {
  step: PriceLine['step'];
  model: StepModel;
  asked: Asked;
  /** A price that is known otherwise: a question to a language model, by its expected tokens. */
  quotedUsd?: number;
}

const free: Price = { units: 1, unitUsd: 0, usd: 0 };

/**
 * The price of one thing: the same code for the estimate, the reservation and the charge.
 *
 * Throws: `ValidationError` where the price is not known: nothing is made for a price nobody can say.
 */
export const priceUnit = ({ model, asked, quotedUsd }: Unit): Price => {
  if (quotedUsd !== undefined) {
    const usd = roundUsd(quotedUsd);
    return { units: 1, unitUsd: usd, usd };
  }
  if (!model.row) return free;
  try {
    return priceOf(model.row, asked);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new errors.ValidationError(
      `The price of ${model.model} is not known for what is asked, so nothing is made with it.`,
    );
  }
};

/** The price of many things: one line for each step, model and unit price, and their sum. */
export const quoteUnits = (units: readonly Unit[]): Omit<Quote, 'credits'> => {
  const lines = new Map<string, PriceLine>();
  for (const unit of units) {
    const { units: count, unitUsd, usd } = priceUnit(unit);
    const { provider, model } = unit.model;
    const key = [unit.step, provider, model, unitUsd].join(' ');
    const line = lines.get(key) ?? {
      step: unit.step,
      provider,
      model,
      units: 0,
      unitUsd,
      totalUsd: 0,
    };
    line.units = roundUsd(line.units + count);
    line.totalUsd = roundUsd(line.totalUsd + usd);
    lines.set(key, line);
  }
  const breakdown = [...lines.values()];
  return {
    breakdown,
    estimatedCostUsd: roundUsd(breakdown.reduce((sum, one) => sum + one.totalUsd, 0)),
  };
};
