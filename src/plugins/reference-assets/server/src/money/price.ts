import type { ModelRate, ModelRow } from '../../../shared/contracts/models';
import { roundUsd } from './usd';

/** What is asked of a model, as far as its price depends on it. Units: `seconds` of the vendor's machine, once known. */
export interface Asked {
  durationSeconds?: number;
  resolution?: string;
  references?: number;
  seconds?: number;
}

/** A price: `units` × `unitUsd` = `usd`. */
export interface Price {
  units: number;
  unitUsd: number;
  usd: number;
}

const priced = (units: number, unitUsd: number): Price => ({
  units,
  unitUsd: roundUsd(unitUsd),
  usd: roundUsd(units * unitUsd),
});

/** We always ask for silence; a model without that switch makes what it makes. */
const hasAudio = (row: ModelRow): boolean =>
  row.inputs.audio ? false : (row.audioDefault ?? false);

type Listed = Extract<ModelRate, { prices: unknown }>;

const listed = (rate: Listed, row: ModelRow, asked: Asked): number | null => {
  const resolution = asked.resolution ?? row.resolutions[0];
  const fitting = rate.prices.find(
    (one) =>
      (one.resolution === undefined || one.resolution === resolution) &&
      (one.durationSeconds === undefined || one.durationSeconds === asked.durationSeconds) &&
      (one.audio === undefined || one.audio === hasAudio(row)),
  );
  return fitting ? fitting.usd : null;
};

/**
 * What one job of a model costs: the one computation behind the quote, the reservation and the charge.
 *
 * Units:  megapixels are counted in whole ones, a reference picture as one; machine time at what is expected until the
 *         job says how long it took.
 * Throws: `RangeError` when the rate card has no price for what is asked; a model priced by tokens is not priced here.
 */
export const priceOf = (row: ModelRow, asked: Asked): Price => {
  const { rate } = row;
  switch (rate.unit) {
    case 'megapixel': {
      const output = rate.outputUsd * Math.ceil(rate.outputMegapixels);
      return priced(1, rate.runUsd + rate.inputUsd * (asked.references ?? 0) + output);
    }
    case 'gpu-second':
      return priced(asked.seconds ?? rate.expectedSeconds, rate.usd);
    case 'token':
      throw new RangeError(`${row.name} is priced by tokens`);
    default: {
      const usd = listed(rate, row, asked);
      const units = rate.unit === 'second' ? asked.durationSeconds : 1;
      if (usd === null || units === undefined)
        throw new RangeError(`The price of ${row.name} is not known for what is asked.`);
      return priced(units, usd);
    }
  }
};
