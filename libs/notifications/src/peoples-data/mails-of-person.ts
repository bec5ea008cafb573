import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonParts } from '@upstander/identity';

/**
 * Mails hang on no row of their person: while somebody is erased, none is planned to them. One that was is deleted with the others;
 * one that comes later finds that its address is nobody's (db/functions/notifications/skip_erased.sql).
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
