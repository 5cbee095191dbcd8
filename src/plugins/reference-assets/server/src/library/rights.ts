import type { Asset } from '../../../shared/contracts/assets';

/** Whether an asset may enter a video at a moment: what a person noted as expired or as lacking consent may not. */
export const rightsAllow = (rights: Asset['rights'], at: Date): boolean => {
  if (!rights) return true;
  if (rights.consent === false) return false;
  return !rights.expiresAt || new Date(rights.expiresAt) > at;
};
