import type { Message } from './queries';
import type { PersonNotice } from './person-notice';
import type { Contact } from './safe-contact';

export type RecordKind = 'APPLICATION' | 'CONSULTATION';
export type RecordStatus = 'NEW' | 'CONTACTED' | 'INTRODUCED' | 'SCHEDULED' | 'CLOSED' | 'WITHDRAWN';

export interface SealedRecord {
  id: string;
  status: RecordStatus;
  createdAt: string;
  language: 'EN' | 'ES';
  takenBy: string | null;
  takenByMe: boolean;
  nameToUse: string;
  safeContact: Contact;
  notice: PersonNotice;
  messages: readonly Message[];
  legalHold: boolean;
  legalHoldReason: string | null;
  legalHoldUntil: string | null;
  purgeOn: string | null;
}

export const openStatuses = ['NEW', 'CONTACTED', 'INTRODUCED', 'SCHEDULED'] as const satisfies readonly RecordStatus[];

export function isOpen({ status }: Pick<SealedRecord, 'status'>): boolean {
  return status !== 'CLOSED' && status !== 'WITHDRAWN';
}

/** Returns a short, neutral identifier of a record for use among colleagues. */
export function shortNumber(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

/** True if the user can edit: it is assigned to them and not closed. Others can only read, with a reason. */
export function canEdit(record: Pick<SealedRecord, 'status' | 'takenByMe'>): boolean {
  return record.takenByMe && isOpen(record);
}
