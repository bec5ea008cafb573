import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ErasureSteps } from '@upstander/identity';

/**
 * Blocks new emails to a person being erased.
 * Emails reference no row that an erasure could lock. Queued emails are deleted, and later ones dropped
 * (db/functions/notifications/skip_erased.sql).
 */
@Injectable()
export class MailsOfPerson implements OnModuleInit {
  constructor(private readonly parts: ErasureSteps) {}

  onModuleInit(): void {
    this.parts.define({
      name: 'mails',
      lockLast: async (tx, email) => {
        await tx.query(
          `SELECT pg_advisory_xact_lock('notifications.mail'::regclass::int, hashtext(lower($1::text)) & 255)`,
          [email],
        );
      },
    });
  }
}
