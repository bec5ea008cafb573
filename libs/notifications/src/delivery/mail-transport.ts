import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@upstander/platform';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { AppealTemplate, MailContent, MailRow } from '../templates/mail-template.js';

type Appeal = ReturnType<AppealTemplate<unknown>['render']>;

/** The pooled connections to the mail server. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transport: Transporter;
  /** A batch hands over twice as many mails as there are connections, so that each finds its next one waiting. */
  readonly inFlight: number;

  constructor(private readonly config: Config) {
    this.inFlight = config.MAIL_CONNECTIONS * 2;
    const pool = {
      url: config.SMTP_URL,
      pool: true as const,
      maxConnections: config.MAIL_CONNECTIONS,
      maxMessages: Infinity,
      // The pool would hand a mail over again by itself when a connection breaks; whether to is our rows' decision.
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    this.transport = createTransport(pool);
  }

  /** Hands one mail over; resolves when the server has taken it. */
  async send(row: Pick<MailRow, 'id' | 'recipient' | 'locale'>, mail: MailContent | Appeal): Promise<void> {
    await this.transport.sendMail(composeMail(this.config, row, mail));
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

/**
 * The mail as it leaves. Its Message-ID follows from its row, so that a second copy can be told for what it is. What
 * comes from a person (subject, addresses) is put where it can be nothing else: no line break begins a header.
 */
export function composeMail(
  config: Pick<Config, 'MAIL_DOMAIN' | 'MAIL_FROM' | 'ORGANISATION_NAME'>,
  row: Pick<MailRow, 'id' | 'recipient' | 'locale'>,
  mail: MailContent | Appeal,
): SendMailOptions {
  return {
    messageId: `<${row.id}@${config.MAIL_DOMAIN}>`,
    from: { name: oneLine(config.ORGANISATION_NAME), address: config.MAIL_FROM },
    to: { name: '', address: bareAddress(row.recipient) },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    ...(mail.replyTo && { replyTo: { name: '', address: bareAddress(mail.replyTo) } }),
    ...(mail.ics && { icalEvent: { ...mail.ics, filename: 'event.ics' } }),
    headers: {
      // RFC 3834: an absence note must not answer us.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': row.locale,
      // RFC 8058: only an appeal has somewhere to unsubscribe.
      ...('unsubscribeUrl' in mail && {
        'List-Unsubscribe': `<${new URL(mail.unsubscribeUrl).href}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

function oneLine(text: string): string {
  // Control characters, and the line and paragraph separators of Unicode.
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** @throws when it is more, or less, than one address: then the mail fails, and no stranger gets it. */
function bareAddress(text: string): string {
  if (/^[^\s@<>"(),:;\\[\]\p{Cc}]+@[^\s@<>"(),:;\\[\]\p{Cc}]+$/u.test(text)) return text;
  throw Object.assign(new Error('The address is not one bare mail address.'), { code: 'EENVELOPE' });
}
