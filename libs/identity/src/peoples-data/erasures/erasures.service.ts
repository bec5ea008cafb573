import { Injectable } from '@nestjs/common';
import { Clock, Database, Refusal, retried, type Tx } from '@upstander/platform';
import { LegalHolds } from '../holds/legal-holds.service.js';
import { MoreIsAhead, PersonParts } from './person-parts.js';
import { erasures, inOrderOfErasure, rowLocks } from '../person-rows.js';

/** How often what comes up meanwhile is ended as well. */
const tries = 3;

/**
 * Whoever signs up waits behind an erasure that waits for somebody else: for so long, then all go on, and the job comes again. Longer than PostgreSQL takes to
 * notice that two wait for each other.
 */
const patienceSeconds = 5;

interface Approved {
  id: string;
  email: string;
  by: string | null;
}

/**
 * Erases people. What is ahead ends first, place by place and payment by payment; then one transaction takes the person out
 * of every table. Stopped anywhere, it is begun again and finds less to do.
 */
@Injectable()
export class Erasures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly parts: PersonParts,
    private readonly holds: LegalHolds,
  ) {}

  /** Why it cannot be now. @throws Refusal */
  async refuse(email: string): Promise<void> {
    const at = this.clock.now();
    for (const part of this.parts.all()) await part.refuse?.(email, at);
  }

  /** Returns the refusal that keeps this person from being erased now, or null. */
  async findRefusal(email: string): Promise<Refusal | null> {
    try {
      await this.refuse(email);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  /** Whether staff need a second person. */
  async needsTwo(email: string): Promise<boolean> {
    for (const part of this.parts.all()) if (await part.hasPaid?.(email)) return true;
    return false;
  }

  /**
   * Approves requests again that waited for a legal hold to end or for a role to be removed. The person was promised that
   * they are carried out then.
   */
  async resume(signal: AbortSignal): Promise<void> {
    await this.resumeHeld(signal);
    await this.resumeRefused(signal);
  }

  private async resumeRefused(signal: AbortSignal): Promise<void> {
    const refused = await this.db.query<{ id: string; email: string }>(
      `SELECT id, email FROM identity.data_request
       WHERE kind = 'erasure' AND status = 'open' AND refused_code IS NOT NULL AND email IS NOT NULL ORDER BY requested_at, id`,
    );
    for (const { id, email } of refused) {
      if (signal.aborted) return;
      const refusal = await this.findRefusal(email);
      await this.db.query(
        `UPDATE identity.data_request SET status = CASE WHEN $2::text IS NULL THEN 'approved' ELSE status END, refused_code = $2,
           approved_at = CASE WHEN $2::text IS NULL THEN $3 ELSE approved_at END
         WHERE id = $1 AND status = 'open' AND refused_code IS NOT NULL`,
        [id, refusal?.code ?? null, this.clock.now()],
      );
    }
  }

  private async resumeHeld(signal: AbortSignal): Promise<void> {
    const stopped = await this.db.query<{ id: string; email: string }>(
      `SELECT id, email FROM identity.data_request
       WHERE kind = 'erasure' AND status = 'open' AND told = 'held' AND email IS NOT NULL ORDER BY requested_at, id`,
    );
    for (const { id, email } of stopped) {
      if (signal.aborted || (await this.holds.holds(this.db, email))) continue;
      await this.db.query(
        `UPDATE identity.data_request SET status = 'approved' WHERE id = $1 AND status = 'open' AND told = 'held'`,
        [id],
      );
    }
  }

  /**
   * Carries out an approved request, and waits for nobody longer than `patience`, in seconds. @throws Refusal, or what keeps it from being
   * done: a payment or a place that does not end, somebody who holds on for too long. Then nothing is erased, and it is tried again.
   */
  async carryOut(requestId: string, patience = patienceSeconds): Promise<'done' | 'held' | 'not-approved'> {
    const request = await this.approved(this.db, requestId, '');
    if (!request) return 'not-approved';
    const at = this.clock.now();
    if (await this.holds.holds(this.db, request.email)) return this.setHeld(request.id);
    await this.requireNoRefusal(request);
    for (let left = tries; ; left -= 1) {
      for (const part of this.parts.all()) await part.end?.(request.email, at);
      try {
        return await retried(() => this.eraseAlone(requestId, at, patience));
      } catch (error) {
        if (!(error instanceof MoreIsAhead) || left === 1) throw error;
      }
    }
  }

  /**
   * Nothing of the person is written beside it: who is writing is waited for, who comes later finds nobody. So rows are locked before
   * they are erased, and each statement sees what was committed while it waited.
   */
  private eraseAlone(requestId: string, at: Date, patience: number): Promise<'done' | 'not-approved'> {
    return this.db.transaction(async (tx) => {
      await tx.mayTake(120);
      await tx.query(`SELECT set_config('lock_timeout', $1, true)`, [`${patience * 1000}ms`]);
      for (const part of this.parts.all()) await part.lock?.(tx);
      await tx.query('LOCK TABLE identity.legal_hold IN SHARE ROW EXCLUSIVE MODE');
      const still = await this.approved(tx, requestId, 'FOR UPDATE');
      if (!still) return 'not-approved';
      for (const sql of rowLocks()) await tx.query(sql, [still.email]);
      for (const part of this.parts.all()) await part.lockLast?.(tx, still.email);
      await this.erase(tx, still, at);
      // There is nothing left to take along.
      await tx.query(
        `UPDATE identity.data_request SET status = 'withdrawn', ended_at = $2, email = NULL
         WHERE email = $1 AND kind = 'export' AND status = 'open'`,
        [still.email, at],
      );
      await tx.query(
        `UPDATE identity.data_request SET status = 'done', ended_at = $2, told = 'done', told_at = NULL, refused_code = NULL,
           address_hash = identity.address_hash(id, email) WHERE id = $1`,
        [requestId, at],
      );
      return 'done';
    });
  }

  /** By the tables' own words, and the libraries' hands for what those cannot say. */
  private async erase(tx: Tx, { email, by }: Approved, at: Date): Promise<void> {
    await this.holds.refuse(tx, email);
    const { first, last } = inOrderOfErasure();
    const run = async (tables: typeof first) => {
      for (const [name, table] of tables) for (const sql of erasures(name, table)) await tx.query(sql, [email, at]);
    };
    await run(first);
    for (const part of this.parts.all()) await part.erase?.(tx, email, at, by);
    await run(last);
  }

  private async approved(db: Database | Tx, id: string, lock: '' | 'FOR UPDATE'): Promise<Approved | null> {
    const [request] = await db.query<{ id: string; email: string | null; by: string | null }>(
      `SELECT id, email, coalesce(approved_by, asked_by) AS by FROM identity.data_request
       WHERE id = $1 AND kind = 'erasure' AND status = 'approved' ${lock}`,
      [id],
    );
    return request?.email ? { ...request, email: request.email } : null;
  }

  /** Records why an approved erasure cannot be carried out, for the Health page. @throws Refusal */
  private async requireNoRefusal({ id, email }: Approved): Promise<void> {
    const refusal = await this.findRefusal(email);
    await this.db.query(
      'UPDATE identity.data_request SET refused_code = $2 WHERE id = $1 AND refused_code IS DISTINCT FROM $2',
      [id, refusal?.code ?? null],
    );
    if (refusal) throw refusal;
  }

  private async setHeld(id: string): Promise<'held'> {
    await this.db.query(
      `UPDATE identity.data_request SET status = 'open', told = 'held', told_at = NULL WHERE id = $1 AND status = 'approved'`,
      [id],
    );
    return 'held';
  }
}
