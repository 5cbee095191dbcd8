import { errors } from '@strapi/utils';
import type { Shortage } from '../../../shared/contracts/money';
import { showUsd } from './usd';

const words: Record<Shortage['limit'], string> = {
  balance: 'The account has',
  'monthly-cap': 'This month the account may still spend',
  'video-cap': 'One video may still cost',
};

/** 402: a reservation that an account does not cover; `details` say by how much. */
export class InsufficientCreditsError extends Error {
  override readonly name = 'PaymentRequiredError';
  readonly code = 'insufficient-credits';
  readonly status = 402;
  readonly expose = true;

  constructor(readonly details: Shortage) {
    const { limit, requiredUsd, availableUsd, missingUsd } = details;
    super(
      `Insufficient credits: ${showUsd(requiredUsd)} are needed. ${words[limit]} ${showUsd(availableUsd)}; ${showUsd(missingUsd)} are missing.`,
    );
  }
}

// Strapi answers with an error's own status only where it is an HttpError (`core/middlewares/errors`), a class that
// cannot be constructed; it offers no error of 402 of its own.
Object.setPrototypeOf(InsufficientCreditsError.prototype, errors.HttpError.prototype as object);
