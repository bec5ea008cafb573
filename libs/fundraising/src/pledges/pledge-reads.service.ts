import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import {
  Clock,
  connectionFrom,
  countCap,
  Database,
  encodeCursor,
  isUuid,
  notThere,
  pageSize,
  timeCursor,
} from '@upstander/platform';
import type { Pledge, PledgeConnection, PledgeStatus } from './pledge.js';

type Found = Omit<Pledge, 'amount' | 'given'> & { amountMinor: string; givenMinor: string | null; currency: string };

/** $1: now. A day is over by the calendar where the campaign is. */
const select = `SELECT p.id, p.campaign_id AS "campaignId", c.title AS "campaignTitle", p.status, p.name, p.email,
    p.amount_minor AS "amountMinor", p.currency, p.due_on AS "dueOn", p.gift_id AS "giftId", p.note,
    p.recorded_at AS "recordedAt", g.intended_minor AS "givenMinor",
    p.status = 'open' AND coalesce(p.due_on < ($1::timestamptz AT TIME ZONE c.time_zone)::date, false) AS overdue
  FROM fundraising.pledge p
    JOIN fundraising.campaign c ON c.id = p.campaign_id LEFT JOIN fundraising.gift g ON g.id = p.gift_id`;

@Injectable()
export class PledgeReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** The promises to campaigns of the actor's chapters, the latest first. */
  async list(
    actor: Actor,
    filter: { campaignId?: string | null; status?: PledgeStatus[] | null },
    page: { first?: number | null; after?: string | null },
  ): Promise<PledgeConnection> {
    const size = pageSize(page.first);
    const after = timeCursor(page.after);
    if (filter.campaignId && !isUuid(filter.campaignId)) return this.page([], size, after !== null, 0);
    const chapters = this.access.chaptersOf(actor, 'pledge:read');
    const conditions = `($2 OR c.chapter_id = ANY ($3::uuid[])) AND ($4::uuid IS NULL OR p.campaign_id = $4)
      AND ($5::text[] IS NULL OR p.status = ANY ($5))`;
    const values = [
      this.clock.now(),
      chapters === 'all',
      chapters === 'all' ? [] : chapters,
      filter.campaignId ?? null,
      filter.status ?? null,
    ];
    const rows = await this.db.query<Found>(
      `${select} WHERE ${conditions} AND ($6::timestamptz IS NULL OR (p.recorded_at, p.id) < ($6, $7::uuid))
       ORDER BY p.recorded_at DESC, p.id DESC LIMIT $8`,
      [...values, after?.at ?? null, after?.id ?? null, size + 1],
    );
    const [count] = await this.db.query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM (${select} WHERE ${conditions} LIMIT ${countCap + 1}) p`,
      values,
    );
    return this.page(rows, size, after !== null, count!.total);
  }

  async byId(id: string): Promise<Pledge> {
    const [row] = await this.db.query<Found>(`${select} WHERE p.id = $2`, [this.clock.now(), id]);
    if (!row) throw notThere('This pledge');
    return pledgeFrom(row);
  }

  private page(rows: Found[], size: number, after: boolean, total: number): PledgeConnection {
    return connectionFrom(rows.map(pledgeFrom), {
      size,
      after,
      total,
      cursor: (pledge) => encodeCursor([pledge.recordedAt, pledge.id]),
    });
  }
}

function pledgeFrom({ amountMinor, givenMinor, currency, ...pledge }: Found): Pledge {
  return {
    ...pledge,
    amount: money(amountMinor, currency),
    given: givenMinor === null ? null : money(givenMinor, currency),
  };
}
