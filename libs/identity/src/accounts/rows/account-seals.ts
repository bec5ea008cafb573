import { Injectable } from '@nestjs/common';
import { isUuid, notFound, RowSeals, type Database } from '@upstander/platform';

/** Columns that determine who can sign in. */
export interface SealedAccount {
  id: string;
  email: string;
  passwordHash: string | null;
  totpSecretSealed: string | null;
  totpConfirmedAt: Date | null;
  totpResetRequestedAt: Date | null;
  totpResetAt: Date | null;
  totpResetBy: string | null;
  disabledAt: Date | null;
  seal: Buffer | null;
}

type Change = Partial<Omit<SealedAccount, 'id' | 'email' | 'seal'>>;
type SqlExecutor = Pick<Database, 'query'>;

/**
 * `sealed`: written by a program with APP_SECRET.
 * `unsealed`: created by an older release or by hand; its owner can sign in only as a volunteer. `changed`: modified
 * outside the application; no one can sign in.
 */
export type AccountState = 'sealed' | 'unsealed' | 'changed';

/** SQL: select list for `SealedAccount`, from table alias `a`. */
export const sealedAccountColumns = `a.id, a.email::text, a.password_hash AS "passwordHash",
  a.totp_secret_sealed AS "totpSecretSealed", a.totp_confirmed_at AS "totpConfirmedAt",
  a.totp_reset_requested_at AS "totpResetRequestedAt", a.totp_reset_at AS "totpResetAt", a.totp_reset_by AS "totpResetBy",
  a.disabled_at AS "disabledAt", a.seal`;

/** Accounts modified outside the application can't be used to sign in. */
@Injectable()
export class AccountSeals {
  constructor(private readonly seals: RowSeals) {}

  sealOfNew(id: string, email: string): Buffer {
    return this.sealOf({
      id,
      email,
      passwordHash: null,
      totpSecretSealed: null,
      totpConfirmedAt: null,
      disabledAt: null,
      totpResetRequestedAt: null,
      totpResetAt: null,
      totpResetBy: null,
    });
  }

  sealOf(account: Omit<SealedAccount, 'seal'>): Buffer {
    return this.seals.create('account', valuesOf(account));
  }

  stateOf(account: SealedAccount): AccountState {
    if (account.seal === null) return 'unsealed';
    return this.seals.isGenuine('account', valuesOf(account), account.seal) ? 'sealed' : 'changed';
  }

  isCurrent(account: SealedAccount): boolean {
    return this.seals.isCurrent('account', valuesOf(account), account.seal);
  }

  /** @throws Refusal NOT_FOUND, or an Error if the account was modified outside the application */
  async lock(db: SqlExecutor, id: string): Promise<SealedAccount> {
    const account = await this.find(db, id);
    if (!account) throw notFound('This account');
    if (this.stateOf(account) === 'changed') throw new Error(`Account ${id} was changed outside Upstander.`);
    return account;
  }

  /** For callers that check the seal themselves. */
  async find(db: SqlExecutor, id: string): Promise<SealedAccount | null> {
    if (!isUuid(id)) return null;
    const [account] = await db.query<SealedAccount>(
      `SELECT ${sealedAccountColumns} FROM identity.account a WHERE a.id = $1 FOR UPDATE`,
      [id],
    );
    return account ?? null;
  }

  /** Locks and returns all accounts, by email, for callers that check the seals themselves. */
  lockAll(db: SqlExecutor): Promise<SealedAccount[]> {
    return db.query(`SELECT ${sealedAccountColumns} FROM identity.account a ORDER BY a.email FOR UPDATE`);
  }

  /** The account must be locked. An unsealed one stays unsealed. */
  async update(db: SqlExecutor, before: SealedAccount, change: Change): Promise<void> {
    const account = { ...before, ...change };
    await this.write(db, account, before.seal && this.sealOf(account));
  }

  /** For an operator who vouches for the row. */
  async sealAccount(db: SqlExecutor, account: SealedAccount): Promise<void> {
    await this.write(db, account, this.sealOf(account));
  }

  private async write(db: SqlExecutor, account: Omit<SealedAccount, 'seal'>, seal: Buffer | null): Promise<void> {
    await db.query(
      `UPDATE identity.account SET password_hash = $2, totp_secret_sealed = $3, totp_confirmed_at = $4,
         totp_reset_requested_at = $5, totp_reset_at = $6, totp_reset_by = $7, disabled_at = $8, seal = $9 WHERE id = $1`,
      [
        account.id,
        account.passwordHash,
        account.totpSecretSealed,
        account.totpConfirmedAt,
        account.totpResetRequestedAt,
        account.totpResetAt,
        account.totpResetBy,
        account.disabledAt,
        seal,
      ],
    );
  }
}

function valuesOf(account: Omit<SealedAccount, 'seal'>) {
  return [
    account.id,
    account.email,
    account.passwordHash,
    account.totpSecretSealed,
    account.totpConfirmedAt,
    account.totpResetRequestedAt,
    account.totpResetAt,
    account.totpResetBy,
    account.disabledAt,
  ];
}
