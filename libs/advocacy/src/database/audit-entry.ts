/** Audited actions. Their texts are in the admin catalog (`audit.actions`). */
export type AuditAction =
  | 'read'
  | 'sent'
  | 'taken'
  | 'reopened'
  | 'contacted'
  | 'wrote'
  | 'wrote-to-business'
  | 'contact-changed'
  | 'notice-sent'
  | 'notice-not-sent'
  | 'consent-proposed'
  | 'consent-recorded'
  | 'consent-given'
  | 'consent-withdrawn'
  | 'consent-revoked'
  | 'consent-ended'
  | 'introduced'
  | 'answered-interested'
  | 'answered-not_now'
  | 'scheduled'
  | 'conflict-noted'
  | 'calendar'
  | 'closed'
  | 'action-item-done'
  | 'erased'
  | 'purged'
  | 'purged-unreached'
  | 'messages-purged'
  | 'hold-placed'
  | 'hold-lifted'
  | 'key-made'
  | 'team-key-made'
  | 'team-key-shared';

/** An action to audit. The actor is the reader of the transaction. */
export interface AuditEntry {
  action: AuditAction;
  recordKind: 'application' | 'consultation' | 'introduction' | 'inbox' | 'keys';
  recordId: string;
  /** The reader's reason for unusual access. It must not quote the record. */
  reason?: string | null;
}
