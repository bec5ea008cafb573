import type { Tx } from '@upstander/platform';

export type SecurityEventKind =
  | 'account-created'
  | 'signed-in'
  | 'signed-out'
  | 'second-step-set-up'
  | 'second-step-reset'
  | 'recovery-codes-created'
  | 'recovery-code-used'
  | 'passkey-added'
  | 'passkey-removed'
  | 'sso-linked'
  | 'sso-unlinked'
  | 'password-changed'
  | 'password-reset'
  | 'role-granted'
  | 'role-revoked'
  | 'account-disabled'
  | 'account-enabled'
  | 'sessions-ended'
  | 'role-requested'
  | 'role-approved'
  | 'role-rejected'
  | 'session-revoked'
  | 'signed-out-everywhere'
  | RefusedKind;

/** Attempts counted per minute (`SecurityEvents.record`). */
export type RefusedKind =
  | 'sign-in-failed'
  | 'second-step-failed'
  | 'proof-failed'
  | 'passkey-copied'
  | 'operation-refused'
  | 'limit-reached'
  | 'code-requested'
  | 'thing-refused'
  | 'input-refused'
  | 'rule-refused'
  | 'document-refused'
  | 'cross-site-refused';

export interface CommittedSecurityEvent {
  readonly kind: SecurityEventKind;
  readonly accountId: string | null;
  readonly by?: string | null | undefined;
  readonly detail?: string | null | undefined;
  readonly network?: string | null;
  readonly count?: number;
}

/** Called after each event is committed. */
export const securityEventListeners = new Set<(event: CommittedSecurityEvent) => void>();

/** Omit `by` if the account acted on itself. */
export async function noteSecurityEvent(
  tx: Tx,
  event: { kind: SecurityEventKind; accountId: string; by?: string | null; detail?: string; at: Date },
): Promise<void> {
  await tx.query(
    'INSERT INTO identity.security_event (kind, account_id, by_account_id, at, detail) VALUES ($1, $2, $3, $4, $5)',
    [event.kind, event.accountId, event.by ?? null, event.at, event.detail ?? null],
  );
  const { kind, accountId, by, detail } = event;
  tx.afterCommit(() => securityEventListeners.forEach((notify) => notify({ kind, accountId, by, detail })));
}
