import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonParts } from '@upstander/identity';

/**
 * Blocks new emails to a person while they are erased.
 * Emails reference no row of the person that an erasure could lock. Queued emails are deleted with the other data, and
 * later ones are dropped (db/functions/notifications/skip_erased.sql).
 */
@Injectable()
export class MailsOfPerson implements OnModuleInit {
  constructor(private readonly parts: PersonParts) {}

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
