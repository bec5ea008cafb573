import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money, type Money } from '@upstander/ledger';
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
  typedText,
} from '@upstander/platform';
import { requireEverywhere } from '../organisation.js';
import type { Difference, DifferenceConnection, SettleDifferenceInput } from './difference.js';

interface DifferenceRecord extends Omit<Difference, 'expected' | 'found'> {
  expectedMinor: string | null;
  foundMinor: string | null;
  currency: string | null;
}

const select = `SELECT d.id, d.kind, d.about, d.gift_id AS "giftId", d.expected_minor AS "expectedMinor",
    d.found_minor AS "foundMinor", d.currency, d.found_at AS "foundAt", d.settled_at AS "settledAt",
    a.name AS "settledBy", d.settled_note AS "settledNote"
  FROM fundraising.difference d LEFT JOIN identity.account a ON a.id = d.settled_by`;
const which = `($1::boolean IS NULL OR (d.settled_at IS NOT NULL) = $1)`;

/** What does not agree between gifts, Stripe, the bank and the ledger: shown until a person settled it. */
@Injectable()
export class Differences {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  async page(
    actor: Actor,
    wish: { settled?: boolean | null; first?: number | null; after?: string | null },
  ): Promise<DifferenceConnection> {
    requireEverywhere(this.access, actor, 'bank:reconcile');
    const size = pageSize(wish.first);
    const after = timeCursor(wish.after);
    const settled = wish.settled ?? null;
    const rows = await this.db.query<DifferenceRecord>(
      `${select} WHERE ${which} AND ($2::timestamptz IS NULL OR (d.found_at, d.id) < ($2, $3::uuid))
       ORDER BY d.found_at DESC, d.id DESC LIMIT $4`,
      [settled, after?.at ?? null, after?.id ?? null, size + 1],
    );
    const [counted] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT FROM fundraising.difference d WHERE ${which} LIMIT ${countCap + 1}) d`,
      [settled],
    );
    return connectionFrom(rows.map(differenceFrom), {
      size,
      after: after !== null,
      total: counted?.n ?? 0,
      cursor: ({ foundAt, id }) => encodeCursor([foundAt, id]),
    });
  }

  /** The first who settles it stays named. @throws Refusal NOT_FOUND, BAD_INPUT. */
  async settle(actor: Actor, { id, note }: SettleDifferenceInput): Promise<Difference> {
    requireEverywhere(this.access, actor, 'bank:reconcile');
    if (!isUuid(id)) throw notThere('This difference');
    await this.db.query(
      `UPDATE fundraising.difference SET settled_at = $2, settled_by = $3, settled_note = $4
       WHERE id = $1 AND settled_at IS NULL`,
      [id, this.clock.now(), actor.accountId, typedText('note', note, 1_000)],
    );
    const [row] = await this.db.query<DifferenceRecord>(`${select} WHERE d.id = $1`, [id]);
    if (!row) throw notThere('This difference');
    return differenceFrom(row);
  }
}

function differenceFrom({ expectedMinor, foundMinor, currency, ...difference }: DifferenceRecord): Difference {
  const amount = (minor: string | null): Money | null => (minor === null || !currency ? null : money(minor, currency));
  return { ...difference, expected: amount(expectedMinor), found: amount(foundMinor) };
}
