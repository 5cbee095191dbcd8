import { z } from 'zod';

const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');
/** A yes or no, in a body or an address. */
export const flagOrBoolean = z.boolean().or(flag);
