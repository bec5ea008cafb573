import { Injectable } from '@nestjs/common';
import { Clock, Config, qrSvg, Refusal, Secrets, type Tx } from '@upstander/platform';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { isRecoveryCode, RecoveryCodes } from '../recovery-codes/recovery-codes.js';
import { AccountSeals, type SealedAccount } from '../accounts/rows/account-seals.js';
import { findTotp, updateTotp } from '../accounts/rows/totp-columns.js';
import type { SecondStepSetup } from './second-step-setup.type.js';
import { checkCode, newTotpSecret, totpUri, type TotpCheck } from './totp.js';

export type CodeOutcome = TotpCheck['outcome'];

/** Secrets are stored encrypted and each code works once. */
@Injectable()
export class Authenticators {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly seals: AccountSeals,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /**
   * The secret takes effect with its first code. Until then, an app that is already set up still works.
   * @param mayReplace throws if the caller may not replace an app that is already set up
   */
  async begin(tx: Tx, accountId: string, mayReplace: () => Promise<void>): Promise<SecondStepSetup> {
    const account = await this.seals.lock(tx, accountId);
    const secret = newTotpSecret();
    const sealedSecret = this.secrets.seal(totpPurpose(accountId), secret);
    if (account.totpConfirmedAt) {
      await mayReplace();
      await updateTotp(tx, accountId, { nextSecretSealed: sealedSecret });
    } else {
      await this.seals.update(tx, account, { totpSecretSealed: sealedSecret });
      await updateTotp(tx, accountId, { lastStep: null, drift: null, pendingStep: null });
    }
    const uri = totpUri(secret, this.config.ORGANIZATION_NAME, account.email);
    return { secret, uri, qrSvg: await qrSvg(uri) };
  }

  /**
   * Uses up the first code of a new secret, which counts from then on.
   * @param mayReplace throws if the caller may not replace an app that is already set up
   * @throws Refusal SECOND_STEP_ALREADY_SET if no new app was begun
   */
  async finish(tx: Tx, accountId: string, code: string, mayReplace: () => Promise<void>): Promise<CodeOutcome> {
    const account = await this.seals.lock(tx, accountId);
    const outcome = account.totpConfirmedAt
      ? await this.replace(tx, account, code, mayReplace)
      : await this.useAppCode(tx, accountId, code);
    if (outcome !== 'accepted') return outcome;
    const at = this.clock.now();
    if (!account.totpConfirmedAt) await this.seals.update(tx, account, { totpConfirmedAt: at });
    await noteSecurityEvent(tx, { kind: 'second-step-set-up', accountId, at });
    return outcome;
  }

  private async replace(
    tx: Tx,
    account: SealedAccount,
    code: string,
    mayReplace: () => Promise<void>,
  ): Promise<CodeOutcome> {
    const { nextSecretSealed } = await findTotp(tx, account.id);
    if (!nextSecretSealed) throw alreadySetRefusal();
    await mayReplace();
    const state = { isSetUp: false, lastStep: null, drift: null, pendingStep: null };
    const check = await checkCode(this.openSecret(account.id, nextSecretSealed), code, this.clock.now(), state);
    if (check.outcome !== 'accepted') return check.outcome;
    await this.seals.update(tx, account, { totpSecretSealed: nextSecretSealed });
    const { step, drift } = check;
    await updateTotp(tx, account.id, { nextSecretSealed: null, lastStep: step, drift, pendingStep: null });
    return check.outcome;
  }

  /**
   * Uses up a code of the app, or a recovery code. Expired and used codes are wrong. A code next to the expected step is
   * remembered, so the transaction has to commit in that case too.
   */
  async useCode(tx: Tx, accountId: string, code: string): Promise<CodeOutcome> {
    if (!isRecoveryCode(code)) return this.useAppCode(tx, accountId, code);
    return (await this.recoveryCodes.use(tx, accountId, code)) ? 'accepted' : 'wrong';
  }

  private async useAppCode(tx: Tx, accountId: string, code: string): Promise<CodeOutcome> {
    // The row lock keeps concurrent attempts from using the same code.
    const { totpSecretSealed, totpConfirmedAt } = await this.seals.lock(tx, accountId);
    if (!totpSecretSealed) return 'wrong';
    const secret = this.openSecret(accountId, totpSecretSealed);
    const state = { isSetUp: totpConfirmedAt !== null, ...(await findTotp(tx, accountId)) };
    const check = await checkCode(secret, code, this.clock.now(), state);
    if (check.outcome === 'accepted') {
      await updateTotp(tx, accountId, { lastStep: check.step, drift: check.drift, pendingStep: null });
    } else if (check.outcome === 'next-code-needed') {
      await updateTotp(tx, accountId, { pendingStep: check.step });
    }
    return check.outcome;
  }

  /** @throws Refusal SECOND_STEP_LOST if APP_SECRET has changed since setup */
  private openSecret(accountId: string, sealed: string): string {
    try {
      return this.secrets.unseal(totpPurpose(accountId), sealed);
    } catch {
      throw new Refusal(
        'SECOND_STEP_LOST',
        'We can no longer check the codes of your app. Please ask an admin to reset your two-step sign-in.',
      );
    }
  }
}

// Includes the account ID, so a secret copied to another row doesn't decrypt.
export const totpPurpose = (accountId: string) => `totp/${accountId}`;

export function alreadySetRefusal(): Refusal {
  return new Refusal('SECOND_STEP_ALREADY_SET', 'Two-step sign-in is already set up for your account.');
}

export function codeRefusal(outcome: Exclude<CodeOutcome, 'accepted'>): Refusal {
  return outcome === 'wrong'
    ? new Refusal('WRONG_CODE', 'This code is wrong or was already used.')
    : new Refusal(
        'NEXT_CODE_NEEDED',
        'That code has expired, or the clock of your phone changed. Enter the next code your app shows.',
      );
}
