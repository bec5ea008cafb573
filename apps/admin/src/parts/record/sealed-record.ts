import type { Message } from './queries';
import type { Contact } from './safe-contact';

export type RecordKind = 'APPLICATION' | 'CONSULTATION';
export type RecordStatus = 'NEW' | 'CONTACTED' | 'INTRODUCED' | 'SCHEDULED' | 'CLOSED' | 'WITHDRAWN';

/** What an application and a consultation have in common. */
export interface SealedRecord {
  id: string;
  status: RecordStatus;
  createdAt: string;
  language: 'EN' | 'ES';
  takenBy: string | null;
  takenByMe: boolean;
  nameToUse: string;
  safeContact: Contact;
  messages: readonly Message[];
  legalHold: boolean;
  holdReason: string | null;
  heldUntil: string | null;
  purgeOn: string | null;
}

/** States in which something still happens. */
export const openStates = ['NEW', 'CONTACTED', 'INTRODUCED', 'SCHEDULED'] as const satisfies readonly RecordStatus[];

export function isOpen({ status }: Pick<SealedRecord, 'status'>): boolean {
  return status !== 'CLOSED' && status !== 'WITHDRAWN';
}

/** What colleagues call a record among themselves: short, and no name. */
export function shortNumber(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

/** Whether I may write and change: it is mine, and not over. Others read only, with a reason. */
export function isMineToChange(record: Pick<SealedRecord, 'status' | 'takenByMe'>): boolean {
  return record.takenByMe && isOpen(record);
}
