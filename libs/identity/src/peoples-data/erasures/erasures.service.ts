import { Injectable } from '@nestjs/common';
import { Clock, Database, Refusal, retryTransaction, type Tx } from '@upstander/platform';
import { IsNull, Not } from 'typeorm';
import { DataRequest } from '../requests/data-request.entity.js';
import { LegalHolds } from '../holds/legal-holds.service.js';
import { NewCommitmentError, ErasureSteps } from './erasure-steps.js';
import { erasureStatements, tablesInErasureOrder, rowLocks } from '../person-rows.js';

/** Attempts if new commitments appear while the erasure runs. */
const maxAttempts = 3;

/**
 * New sign-ups wait behind a waiting erasure, so it gives up after these seconds and the job retries.
 * Longer than PostgreSQL's deadlock timeout.
 */
const patienceSeconds = 5;

interface ApprovedErasure {
  id: string;
  email: string;
  by: string | null;
}

/**
 * First ends upcoming sign-ups and payments one by one, then removes the person from every table in one transaction.
 * Safe to stop and retry.
 */
@Injectable()
export class Erasures {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly parts: ErasureSteps,
    private readonly legalHolds: LegalHolds,
  ) {}

  /** @throws Refusal if the person can't be erased now */
  async requireErasable(email: string): Promise<void> {
    const at = this.clock.now();
    for (const part of this.parts.all()) await part.requireErasable?.(email, at);
  }

  async findRefusal(email: string): Promise<Refusal | null> {
    try {
      await this.requireErasable(email);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  /** True after payments. */
  async needsTwoPeople(email: string): Promise<boolean> {
    for (const part of this.parts.all()) if (await part.hasPayments?.(email)) return true;
    return false;
  }

  /** Re-approves requests that waited for a legal hold to end or a role to be removed. */
  async resume(signal: AbortSignal): Promise<void> {
    await this.resumeHeld(signal);
    await this.resumeRefused(signal);
  }

  private async resumeRefused(signal: AbortSignal): Promise<void> {
    const refusedRequests = await this.db.query<{ id: string; email: string }>(
      `SELECT id, email FROM identity.data_request
       WHERE kind = 'erasure' AND status = 'open' AND refused_code IS NOT NULL AND email IS NOT NULL ORDER BY requested_at, id`,
    );
    for (const { id, email } of refusedRequests) {
      if (signal.aborted) return;
      const refusal = await this.findRefusal(email);
      const approved = !refusal && ({ status: 'approved', approvedAt: this.clock.now() } as const);
      const waiting = { id, status: 'open', refusedCode: Not(IsNull()) } as const;
      await this.db.manager.update(DataRequest, waiting, { ...approved, refusedCode: refusal?.code ?? null });
    }
  }

  private async resumeHeld(signal: AbortSignal): Promise<void> {
    const stopped = await this.db.query<{ id: string; email: string }>(
      `SELECT id, email FROM identity.data_request
       WHERE kind = 'erasure' AND status = 'open' AND told = 'held' AND email IS NOT NULL ORDER BY requested_at, id`,
    );
    for (const { id, email } of stopped) {
      if (signal.aborted || (await this.legalHolds.hasHold(this.db, email))) continue;
      const waiting = { id, status: 'open', told: 'held' } as const;
      await this.db.manager.update(DataRequest, waiting, { status: 'approved' });
    }
  }

  /**
   * @param patience seconds to wait for a lock
   * @throws Refusal, NewCommitmentError, or the error of a payment, sign-up or lock. Nothing is erased then, and the
   * job retries.
   */
  async carryOut(requestId: string, patience = patienceSeconds): Promise<'done' | 'held' | 'not-approved'> {
    const request = await this.findApproved(this.db, requestId, '');
    if (!request) return 'not-approved';
    const at = this.clock.now();
    if (await this.legalHolds.hasHold(this.db, request.email)) return this.setHeld(request.id);
    await this.requireNoRefusal(request);
    for (let remainingAttempts = maxAttempts; ; remainingAttempts -= 1) {
      for (const part of this.parts.all()) await part.end?.(request.email, at);
      try {
        return await retryTransaction(() => this.eraseAlone(requestId, at, patience));
      } catch (error) {
        if (!(error instanceof NewCommitmentError) || remainingAttempts === 1) throw error;
      }
    }
  }

  /**
   * Rows are locked first: current writers finish, later ones find no person. Each statement sees changes committed
   * while it waited.
   */
  private eraseAlone(requestId: string, at: Date, patience: number): Promise<'done' | 'not-approved'> {
    return this.db.transaction(async (tx) => {
      await tx.setStatementTimeout(120);
      await tx.query(`SELECT set_config('lock_timeout', $1, true)`, [`${patience * 1000}ms`]);
      for (const part of this.parts.all()) await part.lock?.(tx);
      await tx.query('LOCK TABLE identity.legal_hold IN SHARE ROW EXCLUSIVE MODE');
      const approvedRequest = await this.findApproved(tx, requestId, 'FOR UPDATE');
      if (!approvedRequest) return 'not-approved';
      for (const sql of rowLocks()) await tx.query(sql, [approvedRequest.email]);
      for (const part of this.parts.all()) await part.lockLast?.(tx, approvedRequest.email);
      await this.erase(tx, approvedRequest, at);
      // Nothing is left to export.
      const openExports = { email: approvedRequest.email, kind: 'export', status: 'open' } as const;
      await tx.manager.update(DataRequest, openExports, { status: 'withdrawn', endedAt: at, email: null });
      await tx.query(
        `UPDATE identity.data_request SET status = 'done', ended_at = $2, told = 'done', told_at = NULL, refused_code = NULL,
           address_hash = identity.address_hash(id, email) WHERE id = $1`,
        [requestId, at],
      );
      return 'done';
    });
  }

  private async erase(tx: Tx, { email, by }: ApprovedErasure, at: Date): Promise<void> {
    await this.legalHolds.requireNoHold(tx, email);
    const { first, last } = tablesInErasureOrder();
    const run = async (tables: typeof first) => {
      for (const [name, table] of tables)
        for (const sql of erasureStatements(name, table)) await tx.query(sql, [email, at]);
    };
    await run(first);
    for (const part of this.parts.all()) await part.erase?.(tx, email, at, by);
    await run(last);
  }

  private async findApproved(db: Database | Tx, id: string, lock: '' | 'FOR UPDATE'): Promise<ApprovedErasure | null> {
    const [request] = await db.query<{ id: string; email: string | null; by: string | null }>(
      `SELECT id, email, coalesce(approved_by, asked_by) AS by FROM identity.data_request
       WHERE id = $1 AND kind = 'erasure' AND status = 'approved' ${lock}`,
      [id],
    );
    return request?.email ? { ...request, email: request.email } : null;
  }

  /** Records the reason for the Health page. @throws Refusal */
  private async requireNoRefusal({ id, email }: ApprovedErasure): Promise<void> {
    const refusal = await this.findRefusal(email);
    await this.db.query(
      'UPDATE identity.data_request SET refused_code = $2 WHERE id = $1 AND refused_code IS DISTINCT FROM $2',
      [id, refusal?.code ?? null],
    );
    if (refusal) throw refusal;
  }

  private async setHeld(id: string): Promise<'held'> {
    const open = { status: 'open', told: 'held', notifiedAt: null } as const;
    await this.db.manager.update(DataRequest, { id, status: 'approved' }, open);
    return 'held';
  }
}
