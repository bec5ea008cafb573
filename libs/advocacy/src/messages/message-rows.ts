import { Bytes, Choice, selectList, Id, Instant, keyReused, readValidInput, Ref, typedKey } from '@upstander/platform';
import type { Unseal, Seal } from '../keys/envelope.js';
import { accountOf } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { MessageSender } from './message-from.js';
import { MessageInput } from './message.input.js';

/** A row of `sealed.message`. Never exposed; each reader has its own type. */
export class MessageRow {
  @Id() id!: string;
  @Choice(MessageSender, { column: 'from_whom' }) sender!: MessageSender;
  @Ref({ nullable: true }) authorId!: string | null;
  @Bytes() body!: Buffer;
  @Instant({ column: 'created_at' }) at!: Date;
  @Instant({ nullable: true }) readAt!: Date | null;
}

export type OpenMessage = Omit<MessageRow, 'body'> & { body: string };

/** @throws Refusal BAD_INPUT */
export function typedMessage(input: MessageInput): { body: string; key: string | null } {
  const values = readValidInput(MessageInput, input);
  return { body: values.body, key: typedKey(input.idempotencyKey) };
}

/** A conversation: with the person about a record, or with the business about an introduction. */
export interface Conversation {
  recordId: string;
  introductionId: string | null;
}

export async function messagesOf(
  tx: SealedTx,
  { recordId, introductionId }: Conversation,
  unseal: Unseal,
): Promise<OpenMessage[]> {
  const rows = await tx.query<MessageRow>(
    `SELECT ${selectList(MessageRow, 'm', ['id', 'sender', 'authorId', 'body', 'at', 'readAt'])}
     FROM sealed.message m WHERE record_id = $1 AND introduction_id IS NOT DISTINCT FROM $2::uuid ORDER BY created_at, id`,
    [recordId, introductionId],
  );
  return rows.map((row) => ({
    ...row,
    body: unseal({ recordId, column: 'message.body', rowId: row.id }, row.body) ?? '',
  }));
}

/** Marks messages of these senders as read, if this reader can see them. */
export async function markRead(tx: SealedTx, recordId: string, from: readonly MessageSender[]): Promise<void> {
  await tx.query(
    `UPDATE sealed.message SET read_at = $2
     WHERE record_id = $1 AND read_at IS NULL AND from_whom = ANY ($3::text[])`,
    [recordId, tx.at, from],
  );
}

/**
 * Adds a message. Its ID is derived from the client's key, so a message sent twice is stored once.
 * @throws Refusal IDEMPOTENCY_KEY_REUSED if the key was used for a different message
 */
export async function addMessage(
  tx: SealedTx,
  talk: Conversation & { id: string; sender: MessageSender; body: string },
  { read: unseal, write: seal }: { read: Unseal; write: Seal },
): Promise<{ message: OpenMessage; isNew: boolean }> {
  const { id, recordId, introductionId, sender, body } = talk;
  const place = { column: 'message.body', rowId: id };
  const authorId = accountOf(tx.reader);
  const insertedRows = await tx.query(
    `INSERT INTO sealed.message (id, record_id, introduction_id, from_whom, author_id, body, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, recordId, introductionId, sender, authorId, seal(place, body), tx.at],
  );
  if (insertedRows.length > 0) {
    return { message: { id, sender, authorId, body, at: tx.at, readAt: null }, isNew: true };
  }
  const existingMessage = (await messagesOf(tx, talk, unseal)).find((message) => message.id === id);
  if (existingMessage?.body !== body) throw keyReused();
  return { message: existingMessage, isNew: false };
}
