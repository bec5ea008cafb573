import { Injectable } from '@nestjs/common';
import { Config, Database, isUuid, Logger } from '@upstander/platform';
import { mailDomain } from '../delivery/mail-domain.js';
import { ReplyAddresses, returnPathKind } from '../replies/reply-addresses.js';
import type { ReceivedEmail } from '../replies/read-email.js';
import { DeliveryProblems } from './delivery-problems.service.js';

/**
 * Records the reports of mail servers. A report belongs to the email whose return path it was sent to or, if a provider
 * sends reports elsewhere, whose Message-ID it contains.
 */
@Injectable()
export class DeliveryReports {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly addresses: ReplyAddresses,
    private readonly problems: DeliveryProblems,
    private readonly logger: Logger,
  ) {}

  /** Returns null if the email is no report, and wasn't sent to a return path. */
  async receive({ recipients, report }: ReceivedEmail): Promise<'recorded' | 'ignored' | null> {
    const ofReturnPath = recipients.flatMap((address) => this.addresses.verify(address, [returnPathKind]) ?? [])[0];
    if (!report) return ofReturnPath ? 'ignored' : null;
    const mailId = ofReturnPath?.id ?? this.idOfMessage(report.messageId);
    if (!mailId) return null;
    const { kind, reason } = report;
    return this.db.transaction(async (tx) => {
      const [mail] = await tx.query<{ recipient: string }>(
        `SELECT recipient::text FROM notifications.mail WHERE id = $1 AND recipient NOT LIKE '%.invalid'`,
        [mailId],
      );
      if (!mail) return 'ignored';
      if (kind !== 'complained')
        await tx.query(
          `UPDATE notifications.mail SET status = 'bounced', last_error = left($2, 1000)
           WHERE id = $1 AND status = 'sent'`,
          [mailId, reason],
        );
      if (kind !== 'failed') await this.problems.record([{ recipient: mail.recipient, kind, reason }], tx);
      this.logger.info({ mail: mailId, kind }, 'a delivery report was recorded');
      return 'recorded';
    });
  }

  private idOfMessage(messageId: string | null): string | null {
    const [id = '', domain] = (messageId ?? '').split('@');
    return isUuid(id) && domain?.toLowerCase() === mailDomain(this.config).toLowerCase() ? id : null;
  }
}
