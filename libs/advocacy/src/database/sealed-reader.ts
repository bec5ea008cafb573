import type { Actor } from '@upstander/identity';

/** A job that reads the sealed zone. Database policies limit each job to the data it needs. */
export type SealedJob =
  | 'advocacy-report'
  | 'check-audit-chain'
  | 'consultation-key'
  | 'keep-advocates'
  | 'make-action-items'
  | 'make-message-notices'
  | 'purge-sealed'
  | 'send-discreet-notices';

/**
 * The reader of a transaction in the sealed zone, which determines the visible rows: everything for an advocate, the
 * own record for a person, data shared by live consents for a business, the trail for an auditor, the data it needs for
 * a job, and the single matching row for an unverified code.
 */
export type SealedReader =
  | { kind: 'advocate'; accountId: string }
  | { kind: 'person'; recordId: string }
  | { kind: 'business'; businessId: string; accountId: string }
  | { kind: 'auditor'; accountId: string }
  | { kind: 'system'; job: SealedJob }
  | { kind: 'code'; hash: Buffer };

/** Returns the record or business the reader is limited to, or null. */
export function subjectOf(reader: SealedReader): string | null {
  if (reader.kind === 'person') return reader.recordId;
  return reader.kind === 'business' ? reader.businessId : null;
}

/** Returns the reader's account, or null for a person with a code and for a job. */
export function accountOf(reader: SealedReader): string | null {
  return 'accountId' in reader ? reader.accountId : null;
}

/** Returns the reader for a signed-in advocate. The operation checks the role. */
export function advocateReader(actor: Actor): Extract<SealedReader, { kind: 'advocate' }> {
  if (!actor.accountId) throw new Error('Nobody is signed in.');
  return { kind: 'advocate', accountId: actor.accountId };
}
