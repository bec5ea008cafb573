import { Injectable } from '@nestjs/common';
import { insertRowOnce, type Tx } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { Account } from './account.entity.js';
import { AccountSeals } from '../seals/account-seals.js';
import type { LocaleName } from '../languages/locale.js';
import { noteSecurityEvent } from '../security-events/security-event.js';

@Injectable()
export class InvitedAccounts {
  constructor(private readonly seals: AccountSeals) {}

  /** The owner signs in with an emailed code. A name that someone else typed never replaces an existing one. */
  async findOrCreate(
    tx: Tx,
    person: { email: string; name: string; locale: LocaleName },
    creation: { by: string | null; at: Date },
  ): Promise<string> {
    const id = randomUUID();
    const { email, name, locale } = person;
    const seal = this.seals.sealOfNew(id, email);
    const account = { id, email, name, locale, createdBy: creation.by, createdAt: creation.at, seal };
    if (await insertRowOnce(tx.manager, Account, account)) {
      await noteSecurityEvent(tx, { kind: 'account-created', accountId: id, by: creation.by, at: creation.at });
      return id;
    }
    const [existing] = await tx.query<{ id: string }>('SELECT id FROM identity.account WHERE email = $1', [
      person.email,
    ]);
    if (!existing) throw new Error('The account was deleted concurrently.');
    return existing.id;
  }
}
