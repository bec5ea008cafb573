import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { AccountSeals } from '../seals/account-seals.js';
import type { LocaleName } from '../languages/locale.js';
import { noteSecurityEvent } from '../security-events/security-event.js';

@Injectable()
export class InvitedAccounts {
  constructor(private readonly seals: AccountSeals) {}

  /**
   * Returns the account of an address, creating it if needed.
   * Its owner signs in with an emailed code. A name that someone else typed never replaces an existing one.
   */
  async findOrCreate(
    tx: Tx,
    person: { email: string; name: string; locale: LocaleName },
    made: { by: string | null; at: Date },
  ): Promise<string> {
    const id = randomUUID();
    const [created] = await tx.query<{ id: string }>(
      `INSERT INTO identity.account (id, email, name, locale, created_by, created_at, seal)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (email) DO NOTHING RETURNING id`,
      [id, person.email, person.name, person.locale, made.by, made.at, this.seals.sealOfNew(id, person.email)],
    );
    if (created) {
      await noteSecurityEvent(tx, { kind: 'account-created', accountId: created.id, by: made.by, at: made.at });
      return created.id;
    }
    const [known] = await tx.query<{ id: string }>('SELECT id FROM identity.account WHERE email = $1', [person.email]);
    if (!known) throw new Error('The account was deleted concurrently.');
    return known.id;
  }
}
