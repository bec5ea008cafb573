import { Injectable } from '@nestjs/common';
import { insertRowOnce, type Tx } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { Account } from './account.entity.js';
import { accountByEmail } from './rows/account-columns.js';
import { AccountSeals } from './rows/account-seals.js';
import type { LocaleName } from '../languages/locale.js';
import { noteSecurityEvent } from '../security-events/security-event.js';

interface Person {
  email: string;
  name: string;
  locale: LocaleName;
}

interface Creation {
  by: string | null;
  at: Date;
}

@Injectable()
export class AccountCreation {
  constructor(private readonly seals: AccountSeals) {}

  /** The owner signs in with an emailed code. A name that someone else typed never replaces an existing one. */
  async findOrCreate(tx: Tx, person: Person, creation: Creation): Promise<string> {
    const id = (await this.create(tx, person, creation)) ?? (await this.find(tx, person.email));
    if (!id) throw new Error('The account was deleted concurrently.');
    return id;
  }

  /** Returns the ID of the new account, or null if there's already one with this address. */
  async create(tx: Tx, { email, name, locale }: Person, { by, at }: Creation): Promise<string | null> {
    const id = randomUUID();
    const seal = this.seals.sealOfNew(id, email);
    const account = { id, email, name, locale, createdBy: by, createdAt: at, seal };
    if (!(await insertRowOnce(tx.manager, Account, account))) return null;
    await noteSecurityEvent(tx, { kind: 'account-created', accountId: id, by, at });
    return id;
  }

  /** Returns null for an unknown address. */
  async find(tx: Tx, email: string): Promise<string | null> {
    const [account] = await tx.query<{ id: string | null }>(`SELECT ${accountByEmail('$1')} AS id`, [email]);
    return account?.id ?? null;
  }
}
