import { Injectable } from '@nestjs/common';
import { Clock, Config, Logger } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { bareAddress, mailboxHeader, plainSource, textHeader } from './mail-source.js';
import { readSmtpError } from './smtp-failure.js';
import { discreetAddress } from '../discreet/discreet-address.js';

export interface DiscreetText {
  to: string;
  /** Name of the sender; null to show only the address. */
  senderName: string | null;
  subject: string;
  text: string;
}

/**
 * `not-sent`: certainly not accepted, can be tried again. `unknown`: the connection broke, maybe after it was accepted.
 * `opted-out`: the phone replied STOP.
 */
export type DiscreetOutcome = 'sent' | 'rejected' | 'opted-out' | 'not-sent' | 'unknown';

/**
 * Sends emails that don't identify us and leave no trace here: no row in the outbox, no recipient in the log. Their
 * sender is an address of another domain (DISCREET_MAIL_FROM), and mail servers are asked to send no reports.
 */
@Injectable()
export class DiscreetMail {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Address of the sender; null if it isn't configured. */
  get sender(): string | null {
    return discreetAddress(this.config);
  }

  /** @throws Error if no sender is configured */
  async send(mail: DiscreetText): Promise<DiscreetOutcome> {
    const { sender } = this;
    if (sender === null) throw new Error('DISCREET_MAIL_FROM is missing.');
    const domain = sender.slice(sender.lastIndexOf('@') + 1);
    // Each email has its own connection, which introduces itself with the other domain.
    const transport = createTransport({
      url: this.config.SMTP_URL,
      name: domain,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      const to = bareAddress(mail.to);
      await transport.sendMail({
        envelope: { from: sender, to: [to] },
        dsn: { notify: 'never' },
        raw: composeDiscreetMail({ ...mail, to, sender, domain, now: this.clock.now() }),
      });
      return 'sent';
    } catch (error) {
      const { kind, code, atTheDoor } = readSmtpError(error);
      // The reason may contain the address.
      this.logger.warn({ code }, 'an email wasn’t accepted');
      if (kind === 'never' || kind === 'unwritable') return 'rejected';
      return kind === 'unreached' && !atTheDoor ? 'unknown' : 'not-sent';
    } finally {
      transport.close();
    }
  }
}

/** No Reply-To, no List headers, no links and no ID of ours. */
export function composeDiscreetMail({
  to,
  sender,
  domain,
  senderName,
  subject,
  text,
  now,
}: DiscreetText & { sender: string; domain: string; now: Date }): Buffer {
  return plainSource(
    [
      ['From', mailboxHeader(sender, senderName ?? '')],
      ['To', to],
      ['Subject', textHeader(subject)],
      ['Message-ID', `<${randomUUID()}@${domain}>`],
      ['Date', now.toUTCString().replace('GMT', '+0000')],
      // RFC 3834: prevents automatic replies.
      ['Auto-Submitted', 'auto-generated'],
    ],
    text,
  );
}
