import { Injectable } from '@nestjs/common';
import { Config, firstOf } from '@upstander/platform';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { OrganizationKeys } from '../keys/organization-keys.js';
import { SealedDatabase } from '../database/sealed-database.js';

export interface ChainHead {
  seq: string;
  hash: Buffer;
}

export interface TrailCheck {
  checkedAt: Date;
  rows: string;
  firstInvalidRow: string | null;
}

export interface AppendResult {
  before: ChainHead;
  end: ChainHead;
}

/**
 * High-water mark of the audit trail, kept in the key database and only ever increased, so truncating or emptying the
 * trail is detected.
 *
 * Written after the trail's commit. A crash in between leaves it one transaction behind, and the next row corrects
 * that. Written before, it could name rows that were rolled back.
 */
@Injectable()
export class TrailHead {
  /** ID of the zone, because one key database may serve several. */
  private readonly zone: string;

  constructor(
    config: Config,
    private readonly database: SealedDatabase,
    private readonly keys: OrganizationKeys,
  ) {
    this.zone = config.SEALED_DATABASE_URL ? new URL(firstOf(config.SEALED_DATABASE_URL)).pathname.slice(1) : '';
  }

  /**
   * Moves the mark to the new head, but only from the head that rows were added to. After a truncation, the mark must
   * not follow rows added to the shorter trail.
   * @param hashOf returns the current hash of a row of the trail
   */
  async advance({ end, before }: AppendResult, hashOf: (seq: string) => Promise<Buffer | null>): Promise<void> {
    let from: ChainHead | null = before;
    // A concurrent process moved the mark, so read it again.
    while (!(from ? await this.move(from, end) : await this.begin(end))) {
      from = await this.readHead();
      if (!from) continue;
      // Either a later transaction already moved the mark, or the trail was truncated, which the check reports.
      if (BigInt(from.seq) > BigInt(before.seq)) return;
      if (!(await hashOf(from.seq))?.equals(from.hash)) return;
    }
  }

  private async move(from: ChainHead, to: ChainHead): Promise<boolean> {
    const { rowCount } = await this.database.keys.query(
      'UPDATE public.trail_head SET seq = $4, hash = $5, mac = $6 WHERE zone = $1 AND seq = $2 AND hash = $3',
      [this.zone, from.seq, from.hash, to.seq, to.hash, await this.macOf(to)],
    );
    return rowCount === 1;
  }

  private async begin({ seq, hash }: ChainHead): Promise<boolean> {
    const { rowCount } = await this.database.keys.query(
      'INSERT INTO public.trail_head (zone, seq, hash, mac) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [this.zone, seq, hash, await this.macOf({ seq, hash })],
    );
    return rowCount === 1;
  }

  /** Returns the mark, or null before the first row. The hash of a forged mark is empty and matches no row. */
  async readHead(): Promise<ChainHead | null> {
    const { rows } = await this.database.keys.query<ChainHead & { mac: Buffer }>(
      'SELECT seq, hash, mac FROM public.trail_head WHERE zone = $1',
      [this.zone],
    );
    const [head] = rows;
    if (!head) return null;
    const { seq, hash, mac } = head;
    const expected = await this.macOf({ seq, hash });
    return { seq, hash: mac.length === expected.length && timingSafeEqual(mac, expected) ? hash : Buffer.alloc(0) };
  }

  async noteCheck({ checkedAt, rows, firstInvalidRow }: TrailCheck): Promise<void> {
    await this.database.keys.query(
      `INSERT INTO public.trail_check (zone, checked_at, rows, first_broken) VALUES ($1, $2, $3, $4)
       ON CONFLICT (zone) DO UPDATE SET checked_at = EXCLUDED.checked_at, rows = EXCLUDED.rows,
         first_broken = EXCLUDED.first_broken`,
      [this.zone, checkedAt, rows, firstInvalidRow],
    );
  }

  /** Returns the result of the last nightly check; null before the first and without a sealed zone. */
  async lastCheck(): Promise<TrailCheck | null> {
    if (!this.database.isOpen) return null;
    const { rows } = await this.database.keys.query<TrailCheck>(
      `SELECT checked_at AS "checkedAt", rows, first_broken AS "firstInvalidRow" FROM public.trail_check WHERE zone = $1`,
      [this.zone],
    );
    return rows[0] ?? null;
  }

  private async macOf({ seq, hash }: ChainHead): Promise<Buffer> {
    return createHmac('sha256', await this.keys.keyFor('trail'))
      .update(`head\n${this.zone}\n${seq}\n`)
      .update(hash)
      .digest();
  }
}
