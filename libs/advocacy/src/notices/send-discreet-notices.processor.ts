import { Clock, JobHandler, Logger, type Job } from '@upstander/platform';
import type { SealedTx } from '../database/sealed-tx.js';
import { Envelope } from '../keys/envelope.js';
import { isSafeTime, noticeChannels, startOfQuarter } from '../records/notice-choice.js';
import { quietUntil } from '../records/person-notice.js';
import { openNoticeChoice, textedNumber, type NoticeEnvelope } from '../records/person-notice-rows.js';
import type { RecordKind } from '../records/record-kind.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { DiscreetNotices } from './discreet-notices.js';

const reader = { kind: 'system', job: 'send-discreet-notices' } as const;

interface WaitingNotice extends Record<string, unknown> {
  id: string;
  kind: RecordKind;
  choice: Buffer;
  sentAt: Date | null;
}

/**
 * Tells people that there is something new, in the hours they set and from the quarter hour after the message on. A
 * notice is recorded as sent before it leaves, so a process that is killed in between sends none rather than two.
 */
@JobHandler('send-discreet-notices')
export class SendDiscreetNotices implements Job {
  constructor(
    private readonly zone: SealedZone,
    private readonly envelope: Envelope,
    private readonly notices: DiscreetNotices,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    if (!this.zone.isOpen || !noticeChannels.some(this.notices.isSetUpFor)) return;
    const waiting = await this.zone.runAs(reader, (tx) => this.findWaiting(tx));
    for (const notice of waiting) {
      if (signal.aborted) return;
      const envelope = await this.openIfSafe(notice, this.clock.now());
      if (envelope) await this.send(notice.id);
    }
  }

  private async send(id: string): Promise<void> {
    const claimed = await this.zone.runAs(reader, (tx) => this.claim(tx, id));
    if (!claimed) return;
    const { notice, envelope } = claimed;
    const outcome = await this.notices.send(envelope);
    if (outcome === 'sent' || outcome === 'unknown') return;
    await this.zone.runAs(reader, (tx) => recordFailure(tx, notice, outcome));
  }

  private findWaiting(tx: SealedTx, id: string | null = null): Promise<WaitingNotice[]> {
    return tx.query<WaitingNotice>(
      `SELECT record_id AS id, kind, choice, sent_at AS "sentAt" FROM sealed.person_notice
       WHERE status = 'waiting' AND choice IS NOT NULL AND requested_at < $1
         AND record_id = coalesce($2::uuid, record_id)
       ORDER BY requested_at ${id === null ? '' : 'FOR UPDATE'}`,
      [startOfQuarter(tx.at), id],
    );
  }

  /** Checks everything again in one transaction and records the notice as sent. */
  private async claim(tx: SealedTx, id: string) {
    const [notice] = await this.findWaiting(tx, id);
    const envelope = notice && (await this.openIfSafe(notice, tx.at));
    if (!envelope) return null;
    await tx.query(
      `UPDATE sealed.person_notice SET status = 'sent', requested_at = NULL, sent_at = $2 WHERE record_id = $1`,
      [id, tx.at],
    );
    tx.audit({ action: 'notice-sent', recordKind: notice.kind, recordId: id });
    return { notice, envelope };
  }

  /** Returns null outside the person's hours, within a day of the last notice, and for an erased or forged row. */
  private async openIfSafe({ id, choice, sentAt }: WaitingNotice, at: Date): Promise<NoticeEnvelope | null> {
    if (sentAt && at < quietUntil(sentAt)) return null;
    const unseal = await this.envelope.getUnsealer([id]);
    try {
      const envelope = openNoticeChoice(id, choice, unseal);
      if (!envelope || !this.notices.isSetUpFor(envelope.channel)) return null;
      return isSafeTime({ ...envelope, number: textedNumber(envelope) }, at) ? envelope : null;
    } catch {
      this.logger.warn({}, 'a discreet notice isn’t sealed for its record and was skipped');
      return null;
    }
  }
}

const statusAfter = { rejected: 'failed', 'opted-out': 'stopped', 'not-sent': 'waiting' } as const;

/**
 * A notice that wasn't accepted waits for the next quarter hour. A rejected address gets none until the person returns, and
 * a phone that replied STOP none until they turn notices on again.
 */
async function recordFailure(
  tx: SealedTx,
  { id, kind, sentAt }: WaitingNotice,
  outcome: keyof typeof statusAfter,
): Promise<void> {
  // Unless the person came back or turned notices off in the meantime.
  const changed = await tx.query(
    `UPDATE sealed.person_notice SET status = $2, requested_at = $3, sent_at = $4
     WHERE record_id = $1 AND status = 'sent' AND choice IS NOT NULL RETURNING record_id`,
    [id, statusAfter[outcome], outcome === 'not-sent' ? tx.at : null, sentAt],
  );
  if (changed.length > 0) tx.audit({ action: 'notice-not-sent', recordKind: kind, recordId: id });
}
