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

export function stateOf({ status, counts, expiresOn, type }: CredentialLike, today: string): CredentialState {
  if (status === 'APPROVED') {
    if (!counts) return expiresOn && expiresOn < today ? 'EXPIRED' : 'OLD_TEXT';
    return expiresOn && expiresOn <= daysAfter(today, type.warnDays) ? 'EXPIRING' : 'VALID';
  }
  if (status === 'REQUESTED') return type.kind === 'WAIVER' ? 'GUARDIAN' : 'ASKED';
  const otherTones = { CLAIMED: 'WAITING', UNDER_REVIEW: 'NOTICE' } as const;
  return otherTones[status as keyof typeof otherTones] ?? (status as CredentialState);
}

/** Current are all valid ones and the latest of each type. */
export function splitByLatest<One extends Pick<CredentialRow, 'counts'> & { type: { id: string } }>(
  credentials: readonly One[],
): { current: One[]; earlier: One[] } {
  const seenTypeIds = new Set<string>();
  const current: One[] = [];
  const earlier: One[] = [];
  for (const credential of credentials) {
    (credential.counts || !seenTypeIds.has(credential.type.id) ? current : earlier).push(credential);
    seenTypeIds.add(credential.type.id);
  }
  return { current, earlier };
}
