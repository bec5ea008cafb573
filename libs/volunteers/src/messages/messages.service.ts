import { Injectable } from '@nestjs/common';
import { RateLimits, accountName, type Actor, type LocaleName } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  Clock,
  selectList,
  Database,
  Idempotency,
  notFound,
  readValidInput,
  SignedIds,
  Values,
  type Acknowledgement,
  type Tx,
} from '@upstander/platform';
import { listedCondition } from '../access/listed.js';
import { isVisibleTo, VolunteerAccess } from '../access/volunteer-access.js';
import { distinctIds, VolunteerSelections } from '../directory/volunteer-selection.js';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';
import { Message } from './message.entity.js';
import { MessageVolunteersInput } from './message.input.js';
import { MessagePreferences } from './message-preferences.service.js';

const maxRecipients = 100;

type MessageText = Pick<Message, 'subject' | 'body'>;

@Injectable()
export class VolunteerMessages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly signedIds: SignedIds,
    private readonly selections: VolunteerSelections,
    private readonly preferences: MessagePreferences,
  ) {}

  /** The caller must already have checked access. */
  listForVolunteer(actor: Actor, volunteerId: string): Promise<Message[]> {
    const values = new Values([volunteerId]);
    return this.db.query<Message & Record<string, unknown>>(
      `SELECT ${selectList(Message, 'g', 'anyone')}, ${accountName('g.author_id')} AS author
       FROM volunteers.message g
       WHERE g.volunteer_id = $1 AND ${isVisibleTo('g', this.access.chaptersOf(actor), values)}
       ORDER BY g.sent_at DESC, g.id LIMIT 200`,
      values.list,
    );
  }

  /**
   * Returns the number of recipients. Volunteers who opted out or have no address are skipped.
   * @throws Refusal NOT_FOUND, BAD_INPUT, SELECTION_CHANGED, TOO_MANY_TRIES
   */
  async send(actor: Actor, input: MessageVolunteersInput): Promise<number> {
    const message = readValidInput(MessageVolunteersInput, input);
    await this.limits.consume('volunteer-message', String(actor.accountId));
    const actorKey = String(actor.accountId);
    const call = {
      operation: 'messageVolunteers',
      actorKey,
      key: input.idempotencyKey,
      input: [input.matching ?? distinctIds(input.ids ?? []), message],
    };
    // A retry gets the first response, even if other volunteers match the filter by now.
    return this.idempotency.transaction(call, async (tx) => {
      const ids = await this.selections.idsOf(actor, input, maxRecipients, tx);
      const chapterId = await this.access.chapterFor(actor, ids, input.chapterId, tx);
      const recipients = await tx.query<{ id: string; email: string; locale: LocaleName }>(
        `SELECT v.id, v.email::text, v.locale FROM volunteers.volunteer v
           WHERE v.id = ANY ($1::uuid[]) AND ${listedCondition('v')} AND v.email IS NOT NULL AND v.messages_stopped_at IS NULL ORDER BY v.id`,
        [ids],
      );
      const about = { ...message, chapterId, by: actor.accountId, ids: recipients.map(({ id }) => id) };
      const messageIds = await this.saveMessage(tx, about);
      const dueAt = this.clock.now();
      await this.outbox.add(
        tx,
        ...recipients.map(({ id, email: recipient, locale }) => {
          const subjectId = messageIds.get(id)!;
          return {
            key: `volunteer-message/${subjectId}`,
            template: 'volunteer-message' as const,
            subjectId,
            recipient,
            locale,
            dueAt,
            canWait: true,
          };
        }),
      );
      return recipients.length;
    });
  }

  /** Stores a message to these volunteers and returns the message IDs by volunteer. */
  async saveMessage(
    tx: Tx,
    message: MessageText & { ids: readonly string[]; chapterId: string | null; by: string | null },
  ): Promise<Map<string, string>> {
    const { ids, chapterId, by, subject, body } = message;
    const texts = ids.map((volunteerId) => ({ volunteerId, subject, body }));
    return this.saveMessages(tx, texts, { chapterId, by, at: this.clock.now() });
  }

  /** Like `saveMessage`, but with a text and optionally an ID per volunteer. Long texts are cut off. */
  async saveMessages(
    tx: Tx,
    texts: ReadonlyArray<MessageText & { id?: string; volunteerId: string }>,
    { chapterId, by, at }: { chapterId: string | null; by: string | null; at: Date },
  ): Promise<Map<string, string>> {
    const ids = texts.map(({ volunteerId }) => volunteerId);
    const rows = await tx.query<{ id: string; volunteerId: string }>(
      `INSERT INTO volunteers.message (id, volunteer_id, chapter_id, subject, body, author_id, sent_at)
       SELECT coalesce(t.id, gen_random_uuid()), t.volunteer_id, $2, left(t.subject, 150), left(t.body, 5000), $5, $6
       FROM unnest($1::uuid[], $3::text[], $4::text[], $7::uuid[]) AS t (volunteer_id, subject, body, id)
       RETURNING id, volunteer_id AS "volunteerId"`,
      [
        ids,
        chapterId,
        texts.map(({ subject }) => subject),
        texts.map(({ body }) => body),
        by,
        at,
        texts.map(({ id }) => id ?? null),
      ],
    );
    await recordHistoryEntries(tx, ids, { kind: HistoryKind.MESSAGE_SENT, at, by, chapterId });
    return new Map(rows.map(({ id, volunteerId }) => [volunteerId, id]));
  }

  /**
   * Repeated calls have no effect.
   * @throws Refusal NOT_FOUND for an invalid link
   */
  async stop(token: string): Promise<Acknowledgement> {
    const link = this.signedIds.verify('stop-messages', token);
    if (!link) throw notFound('This link');
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      const [volunteer] = await tx.query<{ id: string }>(
        'SELECT coalesce(merged_into, id) AS id FROM volunteers.volunteer WHERE id = $1',
        [link.id],
      );
      if (volunteer) await this.preferences.set(tx, volunteer.id, 'never', at);
    });
    return { ok: true };
  }
}
