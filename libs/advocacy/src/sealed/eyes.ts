import type { Actor } from '@upstander/identity';

/** A job that looks into the sealed zone; the policies of the database show it what it was made for. */
export type SealedJob =
  'advocacy-report' | 'check-audit-chain' | 'consultation-key' | 'make-message-notices' | 'purge-sealed';

/**
 * Whose eyes a transaction of the sealed zone lends. The database shows an advocate everything, a person with a reply
 * code their own record, a business what live consents share with it, an auditor the trail, a job what it was made for,
 * and a code that nobody has looked up yet the one row that it opens.
 */
export type Eyes =
  | { kind: 'advocate'; accountId: string }
  | { kind: 'person'; recordId: string }
  | { kind: 'business'; businessId: string; accountId: string }
  | { kind: 'auditor'; accountId: string }
  | { kind: 'system'; job: SealedJob }
  | { kind: 'code'; hash: Buffer };

/** The record or business that is all these eyes may see; null where they see by their kind alone. */
export function subjectOf(eyes: Eyes): string | null {
  if (eyes.kind === 'person') return eyes.recordId;
  return eyes.kind === 'business' ? eyes.businessId : null;
}

/** The account behind them: a person with a code has none, and a job has none. */
export function accountOf(eyes: Eyes): string | null {
  return 'accountId' in eyes ? eyes.accountId : null;
}

/** The eyes of an advocate who is signed in; that they are one is for the operation to say. */
export function advocateEyes(actor: Actor): Extract<Eyes, { kind: 'advocate' }> {
  if (!actor.accountId) throw new Error('Nobody is signed in.');
  return { kind: 'advocate', accountId: actor.accountId };
}
