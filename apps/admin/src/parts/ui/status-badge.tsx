import type { ShellCatalog } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import classes from './status-badge.module.css';

export type Tone = 'good' | 'calm' | 'warn' | 'bad';

const tones: Record<string, Tone> = {
  PUBLISHED: 'good',
  SIGNED_UP: 'good',
  NOT_SENT: 'bad',
  CONFIRMED: 'good',
  SENT: 'good',
  OFFERED: 'warn',
  WAITLISTED: 'warn',
  CHECKED_IN: 'good',
  NO_SHOW: 'bad',
  DUE: 'warn',
  SENDING: 'warn',
  FAILED: 'bad',
  BOUNCED: 'bad',
  LIVE: 'good',
  PAID: 'good',
  ACTIVE: 'good',
  APPROVED: 'good',
  SUCCEEDED: 'good',
  KEPT: 'good',
  VALID: 'good',
  DONE: 'good',
  IN_REVIEW: 'warn',
  CHANGES_REQUESTED: 'warn',
  PAUSED: 'warn',
  PROPOSED: 'warn',
  REQUESTED: 'warn',
  PARTLY_REFUNDED: 'warn',
  PROCESSING: 'warn',
  CHECKED: 'warn',
  IMPORTING: 'warn',
  DISPUTED: 'bad',
  LOST: 'bad',
  PAST_DUE: 'bad',
  REFUSED: 'bad',
  'poolStatus.OPEN': 'good',
  SUBMITTED: 'warn',
  LAPSED: 'bad',
  SUSPENDED: 'bad',
  EXPIRING: 'warn',
  NEW: 'warn',
  INTRODUCED: 'good',
  SCHEDULED: 'good',
  UP_TO_DATE: 'good',
  OUT_OF_DATE: 'warn',
  MISSING: 'warn',
  CLAIMED: 'warn',
  ENDING: 'warn',
  'siteMessageStatus.OPEN': 'warn',
  ANSWERED: 'good',
  PLANNED: 'good',
  'photoStatus.WAITING': 'warn',
  'photoStatus.ENDED': 'bad',
  'photoStatus.WITHDRAWN': 'bad',
  'dataRequestStatus.OPEN': 'warn',
  'dataRequestStatus.APPROVED': 'calm',
  FINE: 'good',
  WARNING: 'warn',
  BAD: 'bad',
  'hoursStatus.DISPUTED': 'warn',
  'hoursStatus.REJECTED': 'bad',
};

type Enums = ShellCatalog['enums'];
/** Enums that have labels. */
export type StatusKind = {
  [Name in keyof Enums]: Enums[Name] extends Record<string, string> ? Name : never;
}[keyof Enums];

export function StatusBadge<Of extends StatusKind>({ kind, status }: { kind: Of; status: keyof Enums[Of] & string }) {
  const { words } = useWords();
  const names: Record<string, string> = words.enums[kind];
  return <Badge tone={tones[`${kind}.${status}`] ?? tones[status] ?? 'calm'}>{names[status] ?? status}</Badge>;
}

/** Badge for a status that is not an API enum, for example from Stripe. Normal statuses are plain text. */
export function Badge({ tone = 'calm', children }: { tone?: Tone; children: string }) {
  if (tone === 'good' || tone === 'calm') return <span className={classes.plain}>{children}</span>;
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
