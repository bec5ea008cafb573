import { Injectable } from '@nestjs/common';
import { isUuid, notThere, RowSeals, type Database } from '@upstander/platform';

/** The columns of an account that decide who can sign in to it. Its seal covers all of them. */
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
type Asking = Pick<Database, 'query'>;

/**
 * `sealed`: written by a program that has APP_SECRET. `unsealed`: made by a release without seals, or by hand; its owner
 * can sign in and holds no power. `changed`: someone else wrote to it; no one can sign in.
 */
export type AccountState = 'sealed' | 'unsealed' | 'changed';

/** The columns that `SealedAccount` names, of the table or alias `a`. */
export const sealedAccountColumns = `a.id, a.email::text, a.password_hash AS "passwordHash",
  a.totp_secret_sealed AS "totpSecretSealed", a.totp_confirmed_at AS "totpConfirmedAt",
  a.totp_reset_requested_at AS "totpResetRequestedAt", a.totp_reset_at AS "totpResetAt", a.totp_reset_by AS "totpResetBy",
  a.disabled_at AS "disabledAt", a.seal`;

/** Reads and writes accounts so that a row changed past the programs lets no one in. */
@Injectable()
export class AccountSeals {
  constructor(private readonly seals: RowSeals) {}

  /** The seal of a new account, which has no password and no second step yet. */
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
    return this.seals.make('account', valuesOf(account));
  }

  stateOf(account: SealedAccount): AccountState {
    if (account.seal === null) return 'unsealed';
    return this.seals.isGenuine('account', valuesOf(account), account.seal) ? 'sealed' : 'changed';
  }

  /** True if the account was sealed with the present secret. */
  isCurrent(account: SealedAccount): boolean {
    return this.seals.isCurrent('account', valuesOf(account), account.seal);
  }

  /**
   * Locks an account and reads what its seal covers.
   * @throws Refusal NOT_FOUND, or an Error where someone changed it past the programs.
   */
  async lock(db: Asking, id: string): Promise<SealedAccount> {
    const account = await this.find(db, id);
    if (!account) throw notThere('This account');
    if (this.stateOf(account) === 'changed') throw new Error(`Account ${id} was changed outside Upstander.`);
    return account;
  }

  /** Locks an account and reads it whatever its state, for callers that check it themselves. */
  async find(db: Asking, id: string): Promise<SealedAccount | null> {
    if (!isUuid(id)) return null;
    const [account] = await db.query<SealedAccount>(
      `SELECT ${sealedAccountColumns} FROM identity.account a WHERE a.id = $1 FOR UPDATE`,
      [id],
    );
    return account ?? null;
  }

  /** Writes a change to a locked account and seals it again. An unsealed account stays unsealed. */
  async update(db: Asking, before: SealedAccount, change: Change): Promise<void> {
    const account = { ...before, ...change };
    await this.write(db, account, before.seal && this.sealOf(account));
  }

  /** Writes an account with a new seal, whatever was there before. For an operator who vouches for the row. */
  async vouch(db: Asking, account: SealedAccount): Promise<void> {
    await this.write(db, account, this.sealOf(account));
  }

  private async write(db: Asking, account: Omit<SealedAccount, 'seal'>, seal: Buffer | null): Promise<void> {
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
