import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@upstander/platform';
import { createTransport, type Transporter } from 'nodemailer';
import type { ComposedMail } from './compose-mail.js';

/** Pooled SMTP connections. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transport: Transporter;
  /** Twice the connections, so each one always has the next email ready. */
  readonly inFlight: number;

  constructor(config: Config) {
    this.inFlight = config.MAIL_CONNECTIONS * 2;
    const pool = {
      url: config.SMTP_URL,
      pool: true as const,
      maxConnections: config.MAIL_CONNECTIONS,
      maxMessages: Infinity,
      // Disables resending by the pool. The outbox decides about retries.
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    this.transport = createTransport(pool);
  }

  /** Resolves once the server has accepted the email. */
  async send(mail: ComposedMail): Promise<void> {
    await this.transport.sendMail(mail);
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
