import { daysAfter } from '../parts/ui/dates';
import type { CredentialRow } from './queries';

export type CredentialState =
  | 'VALID'
  | 'EXPIRING'
  | 'EXPIRED'
  | 'OLD_TEXT'
  | 'WAITING'
  | 'GUARDIAN'
  | 'ASKED'
  | 'DISCLOSED'
  | 'AUTHORISED'
  | 'NOTICE'
  | 'REJECTED'
  | 'REVOKED'
  | 'WITHDRAWN';

export const toneOf: Readonly<Record<CredentialState, 'good' | 'calm' | 'warn' | 'bad'>> = {
  VALID: 'good',
  EXPIRING: 'warn',
  EXPIRED: 'bad',
  OLD_TEXT: 'warn',
  WAITING: 'warn',
  GUARDIAN: 'warn',
  ASKED: 'warn',
  DISCLOSED: 'warn',
  AUTHORISED: 'warn',
  NOTICE: 'warn',
  REJECTED: 'bad',
  REVOKED: 'bad',
  WITHDRAWN: 'calm',
} as const;

type CredentialLike = Pick<CredentialRow, 'status' | 'counts' | 'expiresOn' | 'type'>;

/** Returns the state of a credential on a day, based on its status, expiry and the current text version. */
export function stateOf({ status, counts, expiresOn, type }: CredentialLike, today: string): CredentialState {
  if (status === 'APPROVED') {
    if (!counts) return expiresOn && expiresOn < today ? 'EXPIRED' : 'OLD_TEXT';
    return expiresOn && expiresOn <= daysAfter(today, type.warnDays) ? 'EXPIRING' : 'VALID';
  }
  if (status === 'REQUESTED') return type.kind === 'WAIVER' ? 'GUARDIAN' : 'ASKED';
  const others = { CLAIMED: 'WAITING', UNDER_REVIEW: 'NOTICE' } as const;
  return others[status as keyof typeof others] ?? (status as CredentialState);
}

/** Splits credentials into current ones (all valid ones and the latest of each type) and earlier ones. */
export function latestFirst<One extends Pick<CredentialRow, 'counts'> & { type: { id: string } }>(
  all: readonly One[],
): { now: One[]; before: One[] } {
  const seen = new Set<string>();
  const now: One[] = [];
  const before: One[] = [];
  for (const one of all) {
    (one.counts || !seen.has(one.type.id) ? now : before).push(one);
    seen.add(one.type.id);
  }
  return { now, before };
}
