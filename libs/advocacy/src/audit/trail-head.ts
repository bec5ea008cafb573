import { Injectable } from '@nestjs/common';
import { Config, firstOf } from '@upstander/platform';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { OrganisationKeys } from '../keys/organisation-keys.js';
import { SealedDatabase } from '../sealed/sealed-database.js';

/** The last row of the trail: its number, and its keyed hash. */
export interface Head {
  seq: string;
  hash: Buffer;
}

/** What a walk over the whole trail found. */
export interface TrailCheck {
  checkedAt: Date;
  rows: string;
  firstBroken: string | null;
}

/** What was added to the trail: its end now, and the end it was added to. */
export interface Added {
  before: Head;
  end: Head;
}

/**
 * How far the trail has come, remembered in the database of the keys, which only goes forward: rows that are cut off the
 * end of the trail, and a trail that is emptied, are missed.
 *
 * Written after the trail's own commit. A process that dies between the two leaves it behind by what that one transaction
 * noted, which the next row makes good; written before, it would speak of rows that never came to be, and cry wolf.
 */
@Injectable()
export class TrailHead {
  /** Which zone it is: a database of keys may serve several. The settings say so, not the zone. */
  private readonly zone: string;

  constructor(
    config: Config,
    private readonly database: SealedDatabase,
    private readonly keys: OrganisationKeys,
  ) {
    this.zone = config.SEALED_DATABASE_URL ? new URL(firstOf(config.SEALED_DATABASE_URL)).pathname.slice(1) : '';
  }

  /**
   * Goes on to the end of what was just added. Only from where the trail was: after a cut, what is added to the shorter
   * trail must not be remembered in the place of what is missing, however much it is.
   * @param hashOf the hash of a row of the trail as it is now
   */
  async advance({ end, before }: Added, hashOf: (seq: string) => Promise<Buffer | null>): Promise<void> {
    let from: Head | null = before;
    // Whoever added beside us may go on from where we looked: then we look again.
    while (!(from ? await this.move(from, end) : await this.begin(end))) {
      from = await this.readHead();
      if (!from) continue;
      // Somebody who added after us was here before us; or the trail is shorter than it was, which is for the check to say.
      if (BigInt(from.seq) > BigInt(before.seq)) return;
      if (!(await hashOf(from.seq))?.equals(from.hash)) return;
    }
  }

  private async move(from: Head, to: Head): Promise<boolean> {
    const { rowCount } = await this.database.keys.query(
      'UPDATE public.trail_head SET seq = $4, hash = $5, mac = $6 WHERE zone = $1 AND seq = $2 AND hash = $3',
      [this.zone, from.seq, from.hash, to.seq, to.hash, await this.macOf(to)],
    );
    return rowCount === 1;
  }

  private async begin({ seq, hash }: Head): Promise<boolean> {
    const { rowCount } = await this.database.keys.query(
      'INSERT INTO public.trail_head (zone, seq, hash, mac) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [this.zone, seq, hash, await this.macOf({ seq, hash })],
    );
    return rowCount === 1;
  }

  /** Null before the first row. A head that somebody else wrote has the hash of no row. */
  async readHead(): Promise<Head | null> {
    const { rows } = await this.database.keys.query<Head & { mac: Buffer }>(
      'SELECT seq, hash, mac FROM public.trail_head WHERE zone = $1',
      [this.zone],
    );
    const [head] = rows;
    if (!head) return null;
    const { seq, hash, mac } = head;
    const right = await this.macOf({ seq, hash });
    return { seq, hash: mac.length === right.length && timingSafeEqual(mac, right) ? hash : Buffer.alloc(0) };
  }

  /** Keeps what the nightly check found, for those whom it concerns to see. */
  async noteCheck({ checkedAt, rows, firstBroken }: TrailCheck): Promise<void> {
    await this.database.keys.query(
      `INSERT INTO public.trail_check (zone, checked_at, rows, first_broken) VALUES ($1, $2, $3, $4)
       ON CONFLICT (zone) DO UPDATE SET checked_at = EXCLUDED.checked_at, rows = EXCLUDED.rows,
         first_broken = EXCLUDED.first_broken`,
      [this.zone, checkedAt, rows, firstBroken],
    );
  }

  /** What the last nightly check found; null before the first, and where there is no sealed zone. */
  async lastCheck(): Promise<TrailCheck | null> {
    if (!this.database.isOpen) return null;
    const { rows } = await this.database.keys.query<TrailCheck>(
      `SELECT checked_at AS "checkedAt", rows, first_broken AS "firstBroken" FROM public.trail_check WHERE zone = $1`,
      [this.zone],
    );
    return rows[0] ?? null;
  }

  private async macOf({ seq, hash }: Head): Promise<Buffer> {
    return createHmac('sha256', await this.keys.keyFor('trail'))
      .update(`head\n${this.zone}\n${seq}\n`)
      .update(hash)
      .digest();
  }
}
