/**
 * Whose eyes a transaction of the sealed zone lends. The database shows an advocate everything, a person with a reply
 * code their own record, a business what live consents share with it, and a job what it was made for.
 */
export type Eyes =
  | { kind: 'advocate'; accountId: string }
  | { kind: 'person'; recordId: string }
  | { kind: 'business'; businessId: string; accountId: string }
  | { kind: 'system'; job: string };

/** The record or business that is all these eyes may see; null where they see by their kind alone. */
export function subjectOf(eyes: Eyes): string | null {
  if (eyes.kind === 'person') return eyes.recordId;
  return eyes.kind === 'business' ? eyes.businessId : null;
}

/** The account behind them: a person with a code has none, and a job has none. */
export function accountOf(eyes: Eyes): string | null {
  return eyes.kind === 'advocate' || eyes.kind === 'business' ? eyes.accountId : null;
}
