import { z } from 'zod';

/** Which media that is there already becomes assets; everything that is given has to hold. */
export const importSelection = z
  .strictObject({
    /** A folder of the media library, with those below it. */
    folder: z.number().int().positive().optional(),
    /** Part of the file's name. */
    name: z.string().trim().min(1).max(200).optional(),
    mime: z
      .enum([
        'image/jpeg',
        'image/png',
        'image/webp',
        'image/gif',
        'image/svg+xml',
        'image/avif',
        'image/tiff',
      ])
      .optional(),
    createdAfter: z.iso.datetime({ offset: true }).optional(),
    createdBefore: z.iso.datetime({ offset: true }).optional(),
    /** true: everything; so that nobody asks for all by leaving all out. */
    everything: z.literal(true).optional(),
  })
  .refine((value) => Object.keys(value).length > 0, 'expected a folder, a filter, or everything');
export type ImportSelection = z.infer<typeof importSelection>;

/** POST /api/reference-assets/imports/estimate — how many files, at what price, in what time. */
export interface ImportEstimate {
  /** Pictures of the selection that have no asset yet. */
  files: number;
  costUsd: number;
  /** At the rate at which imports run, which spares the rest of the system. */
  seconds: number;
}

/** POST /api/reference-assets/imports/:importId/stop — takes up nothing more; what was taken up stays. */
export const importId = z.uuid();

/** POST /api/reference-assets/imports → 202, GET /api/reference-assets/imports — an import in the background. */
export interface LibraryImport {
  id: string;
  selection: ImportSelection;
  total: number;
  taken: number;
  startedAt: string;
  endedAt: string | null;
}
