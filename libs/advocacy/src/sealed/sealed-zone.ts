import { Injectable } from '@nestjs/common';
import { Clock } from '@upstander/platform';
import { subjectOf, type Eyes } from './eyes.js';
import { SealedDatabase } from './sealed-database.js';
import { SealedTx } from './sealed-tx.js';

/** The only way into the sealed zone. */
@Injectable()
export class SealedZone {
  constructor(
    private readonly database: SealedDatabase,
    private readonly clock: Clock,
  ) {}

  get isOpen(): boolean {
    return this.database.isOpen;
  }

  /**
   * Runs `work` in one transaction of the sealed role, having said whose eyes it lends: row-level security shows no more
   * than those may see. Committed when it returns, rolled back when it throws.
   * @throws Refusal SEALED_ZONE_CLOSED where the installation has no sealed zone.
   */
  async as<T>(eyes: Eyes, work: (tx: SealedTx) => Promise<T>): Promise<T> {
    const client = await this.database.rows.connect();
    const at = this.clock.now();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      await client.query(
        `SELECT set_config('sealed.reader', $1, true), set_config('sealed.subject', $2, true),
           set_config('sealed.now', $3, true)`,
        [eyes.kind, subjectOf(eyes) ?? '', at.toISOString()],
      );
      const tx = new SealedTx(client, eyes, at);
      const result = await work(tx);
      await client.query('COMMIT');
      tx.committed();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  }
}
