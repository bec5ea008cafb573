import type { LocaleName } from '@upstander/identity';
import type { SealedTx } from '../database/sealed-tx.js';
import type { Seal, Unseal } from '../keys/envelope.js';
import { isNoticeChannel, type NoticeChannel, type NoticeChoice } from './notice-choice.js';
import type { RecordKind } from './record-kind.js';
import type { SafeContact } from './safe-contact.js';
import { words } from './text-consent.texts.generated.js';

/** Everything that sending needs. The job that sends can't see the record itself. */
export interface NoticeEnvelope extends NoticeChoice {
  channel: NoticeChannel;
  /** Email address or phone number. */
  address: string;
  language: LocaleName;
  /** Consent to texts in the words that the form showed; null for an email. */
  consent: { wording: string; at: Date } | null;
}

export type NoticeStatus = 'idle' | 'waiting' | 'sent' | 'failed' | 'stopped';

interface RecordPlace {
  id: string;
  kind: RecordKind;
}

/** Stores the person's choice, or turns notices off. A notice that is waiting is then never sent. */
export async function saveNoticeChoice(
  tx: SealedTx,
  { id: recordId, kind }: RecordPlace,
  { contact, language }: { contact: SafeContact; language: LocaleName },
  seal: Seal,
): Promise<void> {
  const { notice, value: address, channel } = contact;
  if (!notice || address === null || !isNoticeChannel(channel)) {
    await tx.query(
      `UPDATE sealed.person_notice SET choice = NULL, status = 'idle', requested_at = NULL WHERE record_id = $1`,
      [recordId],
    );
    return;
  }
  const consent = channel === 'text' ? { wording: words[language].wording, at: tx.at } : null;
  const envelope: NoticeEnvelope = { ...notice, channel, address, language, consent };
  await tx.query(
    `INSERT INTO sealed.person_notice (record_id, kind, choice, status) VALUES ($1, $2, $3, 'idle')
     ON CONFLICT (record_id) DO UPDATE SET choice = excluded.choice,
       status = CASE person_notice.status WHEN 'stopped' THEN 'idle' ELSE person_notice.status END`,
    [recordId, kind, seal({ column: 'person_notice.choice', rowId: recordId }, JSON.stringify(envelope))],
  );
}

/** @throws Error if the row was moved or changed */
export function openNoticeChoice(recordId: string, choice: Buffer, unseal: Unseal): NoticeEnvelope | null {
  const text = unseal({ recordId, column: 'person_notice.choice', rowId: recordId }, choice);
  return text === null ? null : (JSON.parse(text) as NoticeEnvelope);
}

/** Requests a notice if the person allowed them, and none was sent since they last came back. */
export async function requestNotice(tx: SealedTx, recordId: string): Promise<void> {
  await tx.query(
    `UPDATE sealed.person_notice SET status = 'waiting', requested_at = $2
     WHERE record_id = $1 AND status = 'idle' AND choice IS NOT NULL`,
    [recordId, tx.at],
  );
}

/**
 * The person came back, so a waiting notice isn't needed and a new message may be announced again. After STOP, only a new
 * choice turns notices on.
 */
export async function endNotice(tx: SealedTx, recordId: string): Promise<void> {
  await tx.query(
    `UPDATE sealed.person_notice SET status = 'idle', requested_at = NULL WHERE record_id = $1
       AND status IN ('waiting', 'sent', 'failed')`,
    [recordId],
  );
}

/** True if the phone replied STOP and the person hasn't chosen notices again. */
export async function wasNoticeStopped(tx: SealedTx, recordId: string): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM sealed.person_notice WHERE record_id = $1 AND status = 'stopped'`, [
    recordId,
  ]);
  return rows.length > 0;
}

/** Returns the number that decides which hours are legal; null for an email. */
export function textedNumber({ channel, address }: Pick<NoticeEnvelope, 'channel' | 'address'>): string | null {
  return channel === 'text' ? address : null;
}
