import { keyReused } from '@upstander/platform';
import type { Reader, Writer } from '../keys/envelope.js';
import { accountOf } from '../sealed/eyes.js';
import type { SealedTx } from '../sealed/sealed-tx.js';
import type { MessageFrom } from './message-from.js';

export const mostOfAMessage = 4_000;

/** A message as it is kept, opened. */
export interface MessageRow {
  id: string;
  fromWhom: MessageFrom;
  authorId: string | null;
  body: string;
  at: Date;
  readAt: Date | null;
}

/** Who talks: about a record with the person, or about an introduction with the business. */
export interface Talk {
  recordId: string;
  introductionId: string | null;
}

/** What was said, oldest first. */
export async function messagesOf(
  tx: SealedTx,
  { recordId, introductionId }: Talk,
  read: Reader,
): Promise<MessageRow[]> {
  const rows = await tx.query<Omit<MessageRow, 'body'> & { body: Buffer }>(
    `SELECT id, from_whom AS "fromWhom", author_id AS "authorId", body, created_at AS at, read_at AS "readAt"
     FROM sealed.message WHERE record_id = $1 AND introduction_id IS NOT DISTINCT FROM $2::uuid ORDER BY created_at, id`,
    [recordId, introductionId],
  );
  return rows.map((row) => ({
    ...row,
    body: read({ recordId, column: 'message.body', rowId: row.id }, row.body) ?? '',
  }));
}

/** Marks what the others have written as read, as far as these eyes see it. */
export async function markRead(tx: SealedTx, recordId: string, from: readonly MessageFrom[]): Promise<void> {
  await tx.query(
    `UPDATE sealed.message SET read_at = $2
     WHERE record_id = $1 AND read_at IS NULL AND from_whom = ANY ($3::text[])`,
    [recordId, tx.at, from],
  );
}

/**
 * Adds a message. The id follows from a client's key: the same message sent twice is one.
 * @throws Refusal IDEMPOTENCY_KEY_REUSED when the key came before with other words.
 */
export async function addMessage(
  tx: SealedTx,
  talk: Talk & { id: string; fromWhom: MessageFrom; body: string },
  { read, write }: { read: Reader; write: Writer },
): Promise<{ message: MessageRow; isNew: boolean }> {
  const { id, recordId, introductionId, fromWhom, body } = talk;
  const place = { column: 'message.body', rowId: id };
  const authorId = accountOf(tx.eyes);
  const made = await tx.query(
    `INSERT INTO sealed.message (id, record_id, introduction_id, from_whom, author_id, body, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, recordId, introductionId, fromWhom, authorId, write(place, body), tx.at],
  );
  if (made.length > 0) {
    return { message: { id, fromWhom, authorId, body, at: tx.at, readAt: null }, isNew: true };
  }
  const known = (await messagesOf(tx, talk, read)).find((message) => message.id === id);
  if (known?.body !== body) throw keyReused();
  return { message: known, isNew: false };
}
