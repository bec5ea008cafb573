import { Injectable } from '@nestjs/common';
import { findContact, grantedRoles } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { Clock, Config, Database, selectList, type Tx } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { deliverWithinMs, failuresToPause, maxAttempts, pauseAfter, waitAfter } from './retry-schedule.js';
import type { WebhookResponse } from './webhook-client.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpoint, type WebhookDisabledReason } from './webhook-endpoint.entity.js';

/** A worker that has claimed an endpoint is the only one that sends to it, so events arrive in order. */
export interface ClaimedEndpoint extends Pick<
  WebhookEndpoint,
  'id' | 'url' | 'secretSealed' | 'oldSecretSealed' | 'oldSecretUntil' | 'failures'
> {
  claim: string;
}

type DueDelivery = Pick<WebhookDelivery, 'id' | 'eventId' | 'type' | 'data' | 'occurredAt' | 'attempts'>;

const daysUntilDisabled = 5;

const isDue = `d.status = 'pending' AND (d.next_attempt_at IS NULL OR d.next_attempt_at <= $1)`;

@Injectable()
export class WebhookQueue {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  /** Claims endpoints that have due events, those that waited longest first. */
  async claim(limit: number): Promise<ClaimedEndpoint[]> {
    const columns = ['id', 'url', 'secretSealed', 'oldSecretSealed', 'oldSecretUntil', 'failures'] as const;
    return this.db.query<ClaimedEndpoint & Record<string, unknown>>(
      `UPDATE integrations.webhook_endpoint e SET leased_by = $2, leased_until = $3
       WHERE e.id IN (
         SELECT e.id FROM integrations.webhook_endpoint e
         WHERE e.status = 'active' AND (e.leased_until IS NULL OR e.leased_until < $1) AND (e.retry_at IS NULL OR e.retry_at <= $1)
           AND EXISTS (SELECT FROM integrations.webhook_delivery d WHERE d.endpoint_id = e.id AND ${isDue})
         ORDER BY e.leased_until NULLS FIRST LIMIT $4 FOR UPDATE SKIP LOCKED)
       RETURNING ${selectList(WebhookEndpoint, 'e', columns)}, e.leased_by AS claim`,
      [this.clock.now(), randomUUID(), this.leaseEnd(), limit],
    );
  }

  /**
   * Returns due events in the order in which they happened. A failing endpoint gets only one, and one that was tried less often
   * than others, so that an event it can't process doesn't hold up the rest.
   */
  next({ id, failures }: ClaimedEndpoint, limit: number): Promise<DueDelivery[]> {
    const isFailing = failures >= failuresToPause;
    return this.db.query<DueDelivery & Record<string, unknown>>(
      `SELECT ${selectList(WebhookDelivery, 'd', ['id', 'eventId', 'type', 'data', 'occurredAt', 'attempts'])}
       FROM integrations.webhook_delivery d WHERE d.endpoint_id = $2 AND ${isDue}
       ORDER BY ${isFailing ? 'd.attempts, ' : ''}d.position LIMIT $3`,
      [this.clock.now(), id, isFailing ? 1 : limit],
    );
  }

  /**
   * Records an attempt with its consequences for the endpoint. Returns the failures in a row, or null if this worker may no
   * longer send to the endpoint.
   */
  record(endpoint: ClaimedEndpoint, delivery: DueDelivery, result: WebhookResponse): Promise<number | null> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO integrations.webhook_attempt (delivery_id, attempted_at, milliseconds, status_code, problem, response)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [delivery.id, now, result.milliseconds, result.statusCode, result.problem, result.response],
      );
      if (result.problem === null) return this.recordSuccess(tx, endpoint, delivery, now);
      return this.recordFailure(tx, endpoint, delivery, result, now);
    });
  }

  /** For an endpoint whose secret can't be opened with the current settings. */
  disableLost({ id }: ClaimedEndpoint): Promise<null> {
    return this.db.transaction((tx) => this.disable(tx, id, 'secret_lost', this.clock.now()));
  }

  async release({ id, claim }: ClaimedEndpoint): Promise<void> {
    await this.db.query(
      `UPDATE integrations.webhook_endpoint SET leased_by = NULL, leased_until = $3 WHERE id = $1 AND leased_by = $2`,
      [id, claim, new Date(this.clock.now().valueOf() - 1)],
    );
  }

  /** Gives up events that are too old. */
  async giveUp(): Promise<void> {
    const now = this.clock.now();
    await this.db.query(
      `UPDATE integrations.webhook_delivery SET status = 'failed', finished_at = $1 WHERE status = 'pending' AND due_since < $2`,
      [now, new Date(now.valueOf() - deliverWithinMs)],
    );
  }

  /** Deletes events with their attempts after the retention period. */
  async deleteOld(): Promise<void> {
    const days = this.config.WEBHOOK_KEPT_DAYS;
    await this.db.query(
      `DELETE FROM integrations.webhook_delivery d WHERE d.id IN (
         SELECT id FROM integrations.webhook_delivery WHERE status <> 'pending' AND occurred_at < $1 LIMIT 10000)`,
      [new Date(this.clock.now().valueOf() - days * 86_400_000)],
    );
  }

  private async recordSuccess(
    tx: Tx,
    endpoint: ClaimedEndpoint,
    delivery: DueDelivery,
    now: Date,
  ): Promise<number | null> {
    await tx.query(
      `UPDATE integrations.webhook_delivery SET status = 'succeeded', attempts = attempts + 1, finished_at = $2 WHERE id = $1`,
      [delivery.id, now],
    );
    // Events that waited while the endpoint was failing are sent now, in order.
    if (endpoint.failures >= failuresToPause) {
      await tx.query(
        `UPDATE integrations.webhook_delivery SET next_attempt_at = NULL WHERE endpoint_id = $1 AND status = 'pending'`,
        [endpoint.id],
      );
    }
    const isOurs = await tx.query(
      `UPDATE integrations.webhook_endpoint SET failures = 0, failing_since = NULL, retry_at = NULL, succeeded_at = $3, leased_until = $4
       WHERE id = $1 AND leased_by = $2 AND status = 'active' RETURNING id`,
      [endpoint.id, endpoint.claim, now, this.leaseEnd()],
    );
    return isOurs.length > 0 ? 0 : null;
  }

  private async recordFailure(
    tx: Tx,
    endpoint: ClaimedEndpoint,
    delivery: DueDelivery,
    { statusCode, retryAfterMs }: WebhookResponse,
    now: Date,
  ): Promise<number | null> {
    const attempts = delivery.attempts + 1;
    const nextAttemptAt = new Date(now.valueOf() + waitAfter(attempts, retryAfterMs));
    await tx.query(
      `UPDATE integrations.webhook_delivery SET attempts = $2, next_attempt_at = $3,
         status = CASE WHEN $4 THEN 'failed' ELSE 'pending' END, finished_at = CASE WHEN $4 THEN $5::timestamptz END
       WHERE id = $1 AND status = 'pending'`,
      [delivery.id, attempts, nextAttemptAt, attempts >= maxAttempts, now],
    );
    const failures = endpoint.failures + 1;
    const pause = pauseAfter(failures, retryAfterMs);
    const [row] = await tx.query<{ failingSince: Date }>(
      `UPDATE integrations.webhook_endpoint SET failures = $3, failing_since = coalesce(failing_since, $4), retry_at = $5, leased_until = $6
       WHERE id = $1 AND leased_by = $2 AND status = 'active' RETURNING failing_since AS "failingSince"`,
      [endpoint.id, endpoint.claim, failures, now, pause ? new Date(now.valueOf() + pause) : null, this.leaseEnd()],
    );
    if (!row) return null;
    if (statusCode === 410) return this.disable(tx, endpoint.id, 'gone', now);
    const failsForTooLong = now.valueOf() - row.failingSince.valueOf() >= daysUntilDisabled * 86_400_000;
    return failsForTooLong ? this.disable(tx, endpoint.id, 'failing', now) : failures;
  }

  /** Disables an endpoint and emails the person who created it, or all who manage it if that person no longer does. */
  private async disable(tx: Tx, endpointId: string, reason: WebhookDisabledReason, now: Date): Promise<null> {
    await disableEndpoint(tx, endpointId, reason, now);
    const [endpoint] = await tx.query<{ chapterId: string | null; managerId: string | null }>(
      `SELECT e.chapter_id AS "chapterId", CASE WHEN ${isManagedBy('e.created_by')} THEN e.created_by END AS "managerId"
       FROM integrations.webhook_endpoint e WHERE e.id = $1`,
      [endpointId],
    );
    const { chapterId = null, managerId = null } = endpoint ?? {};
    const contact = await findContact(tx, managerId);
    const key = `webhook-disabled/${endpointId}/${now.toISOString()}`;
    const mail = { key, template: 'webhook-disabled', subjectId: endpointId, data: {}, dueAt: now } as const;
    const roles = chapterId ? (['admin', 'organizer'] as const) : (['admin'] as const);
    if (contact) await this.outbox.add(tx, { ...mail, recipient: contact.email, locale: contact.locale });
    else await this.outbox.addForStaff(tx, { roles, chapterId }, mail);
    return null;
  }

  private leaseEnd(): Date {
    return new Date(this.clock.now().valueOf() + (this.config.WEBHOOK_TIMEOUT_SECONDS + 45) * 1_000);
  }
}

/** Events that weren't delivered yet fail; they can be replayed. */
export async function disableEndpoint(tx: Tx, id: string, reason: WebhookDisabledReason, now: Date): Promise<void> {
  await tx.query(
    `UPDATE integrations.webhook_endpoint SET status = 'disabled', disabled_reason = $2, retry_at = NULL, leased_by = NULL WHERE id = $1`,
    [id, reason],
  );
  await tx.query(
    `UPDATE integrations.webhook_delivery SET status = 'failed', finished_at = $2 WHERE endpoint_id = $1 AND status = 'pending'`,
    [id, now],
  );
}

/** SQL: true if the account has a role with which it manages the endpoint `e` (`WebhookEndpoints`). */
function isManagedBy(accountId: string): string {
  return `EXISTS (SELECT FROM ${grantedRoles} g WHERE g.account_id = ${accountId}
      AND (g.role = 'admin' OR g.role = 'organizer' AND e.chapter_id IS NOT NULL)
      AND (g.areas IS NULL OR 'webhooks' = ANY (g.areas)) AND (g.chapter_id IS NULL OR g.chapter_id = e.chapter_id))`;
}
