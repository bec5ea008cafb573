import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@upstander/platform';
import { createTransport, type Transporter } from 'nodemailer';
import type { MailContent, MailRow } from '../templates/mail-template.js';

/** The pooled connections to the mail server. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transport: Transporter;
  /** Twice the connections, so that each finds its next mail waiting. */
  readonly inFlight: number;

  constructor(private readonly config: Config) {
    this.inFlight = config.MAIL_CONNECTIONS * 2;
    this.transport = createTransport({
      url: config.SMTP_URL,
      pool: true,
      maxConnections: config.MAIL_CONNECTIONS,
      maxMessages: Infinity,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0]);
  }

  /** Hands one mail over; its Message-ID follows from its row, so that a second copy can be told for what it is. */
  async send(row: Pick<MailRow, 'id' | 'recipient' | 'locale'>, mail: MailContent): Promise<void> {
    await this.transport.sendMail({
      messageId: `<${row.id}@${this.config.MAIL_DOMAIN}>`,
      from: { name: this.config.ORGANISATION_NAME, address: this.config.MAIL_FROM },
      to: { name: '', address: row.recipient },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      ...(mail.replyTo && { replyTo: mail.replyTo }),
      ...(mail.ics && { icalEvent: { ...mail.ics, filename: 'event.ics' } }),
      // RFC 3834: an absence note must not answer us.
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': row.locale,
        // RFC 8058: only an appeal has somewhere to unsubscribe.
        ...('unsubscribeUrl' in mail && {
          'List-Unsubscribe': `<${String(mail.unsubscribeUrl)}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
