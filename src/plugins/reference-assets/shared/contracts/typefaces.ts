import { z } from 'zod';

/** Typefaces that come with the plugin, all under open licences; the first is set where nobody chose. */
export const typefaces = ['Inter', 'Nunito', 'Roboto Slab', 'Source Serif 4'] as const;
export const typeface = z.enum(typefaces);
export type Typeface = z.infer<typeof typeface>;
