import type { Letter } from './letters';

/** Sends a letter; `null` where this installation sends none. Rejects with what the provider says. */
export type SendMail = ((letter: Letter & { to: string }) => Promise<void>) | null;
