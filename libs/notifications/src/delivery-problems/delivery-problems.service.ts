import { Injectable } from '@nestjs/common';
import { Clock, Database, Logger, selectList, type Tx } from '@upstander/platform';
import { DeliveryProblem, type DeliveryProblemKind, type ShownDeliveryProblem } from './delivery-problem.entity.js';

const columns = selectList(DeliveryProblem, 'p', 'staff');

export interface NewDeliveryProblem {
  recipient: string;
  kind: DeliveryProblemKind;
  reason: string;
}

/** Addresses to which nothing is sent, because they bounced or their owners complained. */
@Injectable()
export class DeliveryProblems {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Stops sending to these addresses. A complaint replaces a bounce, and otherwise the first report stays. */
  async record(problems: readonly NewDeliveryProblem[], db: Database | Tx = this.db): Promise<void> {
    if (problems.length === 0) return;
    await db.query(
      `INSERT INTO notifications.delivery_problem AS p (recipient, kind, reason, since)
       SELECT DISTINCT ON (n.recipient) n.recipient, n.kind, left(n.reason, 500), $2
       FROM jsonb_to_recordset($1::jsonb) AS n (recipient citext, kind text, reason text)
       WHERE NOT identity.is_erased(n.recipient)
       ORDER BY n.recipient, n.kind DESC
       ON CONFLICT (recipient) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, since = excluded.since
         WHERE p.kind = 'bounced' AND excluded.kind = 'complained'`,
      [JSON.stringify(problems), this.clock.now()],
    );
    this.logger.info({ addresses: problems.length }, 'stopped sending to addresses');
  }

  /** Returns problems by address. */
  async find(recipients: readonly string[]): Promise<Map<string, ShownDeliveryProblem>> {
    const rows = await this.db.query<ShownDeliveryProblem & { address: string }>(
      `SELECT ${columns}, r.address FROM unnest($1::text[]) AS r (address)
         JOIN notifications.delivery_problem p ON p.recipient = r.address::citext`,
      [recipients],
    );
    return new Map(rows.map(({ address, ...problem }) => [address, problem]));
  }

  /** Sends to an address again. Returns false if it had no problem. */
  async clear(tx: Tx, recipient: string): Promise<boolean> {
    const cleared = await tx.query('DELETE FROM notifications.delivery_problem WHERE recipient = $1 RETURNING kind', [
      recipient,
    ]);
    return cleared.length > 0;
  }
}
