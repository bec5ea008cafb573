import type { Actor } from '@upstander/identity';

/** A job that looks into the sealed zone; the policies of the database show it what it was made for. */
export type SealedJob =
  | 'advocacy-report'
  | 'check-audit-chain'
  | 'consultation-key'
  | 'keep-advocates'
  | 'make-action-items'
  | 'make-message-notices'
  | 'purge-sealed';

/**
 * Who reads in a transaction of the sealed zone. The database shows an advocate everything, a person with a reply
 * code their own record, a business what live consents share with it, an auditor the trail, a job what it was made for,
 * and a code that nobody has looked up yet the one row that it opens.
 */
export type SealedReader =
  | { kind: 'advocate'; accountId: string }
  | { kind: 'person'; recordId: string }
  | { kind: 'business'; businessId: string; accountId: string }
  | { kind: 'auditor'; accountId: string }
  | { kind: 'system'; job: SealedJob }
  | { kind: 'code'; hash: Buffer };

/** The record or business that is all this reader may see; null where the kind alone decides. */
export function subjectOf(reader: SealedReader): string | null {
  if (reader.kind === 'person') return reader.recordId;
  return reader.kind === 'business' ? reader.businessId : null;
}

/** The account of a reader: a person with a code has none, and a job has none. */
export function accountOf(reader: SealedReader): string | null {
  return 'accountId' in reader ? reader.accountId : null;
}

/** An advocate who is signed in; that they are one is for the operation to say. */
export function advocateReader(actor: Actor): Extract<SealedReader, { kind: 'advocate' }> {
  if (!actor.accountId) throw new Error('Nobody is signed in.');
  return { kind: 'advocate', accountId: actor.accountId };
}
