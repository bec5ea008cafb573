import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@upstander/platform';
import { createTransport, type Transporter } from 'nodemailer';
import type { ComposedMail } from './compose-mail.js';

/** The pooled connections to the mail server. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transport: Transporter;
  /** A batch hands over twice as many mails as there are connections, so that each finds its next one waiting. */
  readonly inFlight: number;

  constructor(config: Config) {
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
  async send(mail: ComposedMail): Promise<void> {
    await this.transport.sendMail(mail);
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
