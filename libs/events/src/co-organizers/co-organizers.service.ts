import { Injectable } from '@nestjs/common';
import { Access, AccountCreation, RecordGrants, accountName, type Actor, type LocaleName } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { badInput, Clock, Database, isUuid, notFound, Refusal, type Tx, typedText } from '@upstander/platform';
import type { AddCoOrganizerInput, CoOrganizedEvent, CoOrganizer, CoOrganizerCandidate } from './co-organizer.type.js';
import { joinShift } from '../shifts/shift-joins.js';

const maxCoOrganizers = 20;

type Row<T> = T & Record<string, unknown>;

/** Organizers of the chapter add and remove co-organizers. These can't appoint others. */
@Injectable()
export class CoOrganizers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly grants: RecordGrants,
    private readonly accounts: AccountCreation,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal NOT_FOUND */
  async list(actor: Actor, eventId: string): Promise<CoOrganizer[]> {
    await this.access.require(actor, 'event:read', [eventId], 'This event');
    return this.find(this.db, eventId);
  }

  /**
   * Returns up to ten matching accounts of staff of the chapter, or of volunteers who signed up there. Others are added by
   * their email address, so that organizers can't look up who has an account.
   * @throws Refusal NOT_FOUND
   */
  async candidates(actor: Actor, eventId: string, text: string): Promise<CoOrganizerCandidate[]> {
    await this.access.require(actor, 'chapter-event:share', [eventId], 'This event');
    const wanted = text.trim();
    if (wanted.length < 2) return [];
    return this.db.query<Row<CoOrganizerCandidate>>(
      `SELECT a.name, a.email::text FROM identity.account a JOIN events.event e ON e.id = $1
       WHERE a.disabled_at IS NULL AND (a.name ILIKE $2 OR a.email::text ILIKE $2)
         AND (
           EXISTS (
             SELECT FROM identity."grant" g WHERE g.account_id = a.id AND g.role NOT IN ('volunteer', 'business')
               AND (g.chapter_id IS NULL OR g.chapter_id = e.chapter_id)
           )
           OR EXISTS (
             SELECT FROM volunteers.volunteer v JOIN events.signup u ON u.volunteer_id = v.id
               ${joinShift('u')}
             WHERE v.email = a.email AND u.proven_at IS NOT NULL AND s.chapter_id = e.chapter_id
           )
         )
         AND NOT EXISTS (
           SELECT FROM identity.record_grant r WHERE r.account_id = a.id AND r.record_id IN (e.id, e.series_id)
         )
       ORDER BY a.name, a.email LIMIT 10`,
      [eventId, `%${wanted.replace(/[\\%_]/g, '\\$&')}%`],
    );
  }

  /**
   * Emails the person. Adding them again changes nothing.
   * @throws Refusal NOT_FOUND, BAD_INPUT or TOO_MANY_CO_ORGANIZERS
   */
  async add(actor: Actor, locale: LocaleName, input: AddCoOrganizerInput): Promise<CoOrganizer[]> {
    await this.access.require(actor, 'chapter-event:share', [input.eventId], 'This event');
    const name = typedText('name', input.name, 200);
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const record = await this.lockRecord(tx, input);
      if ((await this.find(tx, input.eventId)).length >= maxCoOrganizers) {
        throw new Refusal('TOO_MANY_CO_ORGANIZERS', `An event can have at most ${maxCoOrganizers} co-organizers.`, {
          most: maxCoOrganizers,
        });
      }
      const person = { email: input.email, name, locale };
      const accountId = await this.accounts.findOrCreate(tx, person, { by: actor.accountId, at });
      const id = await this.grants.add(tx, actor, { accountId, ...record });
      if (id) await this.sendMail(tx, id, accountId);
      return this.find(tx, input.eventId);
    });
  }

  /** Ends their access with their next request. @throws Refusal NOT_FOUND */
  async remove(actor: Actor, eventId: string, id: string): Promise<CoOrganizer[]> {
    await this.access.require(actor, 'chapter-event:share', [eventId], 'This event');
    return this.db.transaction(async (tx) => {
      const [grant] = isUuid(id)
        ? await tx.query<{ id: string; accountId: string }>(
            `SELECT g.id, g.account_id AS "accountId" FROM identity.record_grant g
               JOIN events.event e ON g.record_id IN (e.id, e.series_id)
             WHERE g.id = $1 AND e.id = $2`,
            [id, eventId],
          )
        : [];
      if (!grant) throw notFound('This co-organizer');
      await this.grants.remove(tx, actor, grant);
      return this.find(tx, eventId);
    });
  }

  /** Returns the events and series that the actor co-organizes, by title. */
  mine(actor: Actor): Promise<CoOrganizedEvent[]> {
    return this.db.query<Row<CoOrganizedEvent>>(
      `SELECT g.record_id AS id, g.kind, coalesce(e.title, s.title) AS title FROM identity.record_grant g
         LEFT JOIN events.event e ON e.id = g.record_id LEFT JOIN events.series s ON s.id = g.record_id
       WHERE g.account_id = $1 AND coalesce(e.id, s.id) IS NOT NULL ORDER BY 3, 1`,
      [actor.accountId],
    );
  }

  private find(db: Pick<Database, 'query'>, eventId: string): Promise<CoOrganizer[]> {
    return db.query<Row<CoOrganizer>>(
      `SELECT g.id, a.name, a.email::text, g.kind, g.created_at AS since, ${accountName('g.granted_by')} AS "addedBy"
       FROM events.event e JOIN identity.record_grant g ON g.record_id IN (e.id, e.series_id)
         JOIN identity.account a ON a.id = g.account_id
       WHERE e.id = $1 ORDER BY a.name, a.id`,
      [eventId],
    );
  }

  /** The lock makes the count exact, and keeps the event from being deleted meanwhile. */
  private async lockRecord(tx: Tx, { eventId, wholeSeries }: AddCoOrganizerInput) {
    const [event] = await tx.query<{ seriesId: string | null }>(
      'SELECT series_id AS "seriesId" FROM events.event WHERE id = $1 FOR NO KEY UPDATE',
      [eventId],
    );
    if (!event) throw notFound('This event');
    if (!wholeSeries) return { kind: 'event', recordId: eventId.toLowerCase() } as const;
    if (!event.seriesId) throw badInput({ wholeSeries: 'not-there' });
    return { kind: 'series', recordId: event.seriesId } as const;
  }

  private async sendMail(tx: Tx, id: string, accountId: string): Promise<void> {
    const [account] = await tx.query<{ email: string; locale: LocaleName }>(
      'SELECT email::text, locale FROM identity.account WHERE id = $1',
      [accountId],
    );
    await this.outbox.add(tx, {
      key: `co-organizer/${id}`,
      template: 'co-organizer',
      subjectId: id,
      recipient: account!.email,
      locale: account!.locale,
    });
  }
}
