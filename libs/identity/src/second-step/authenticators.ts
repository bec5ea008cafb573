import { Injectable } from '@nestjs/common';
import { Clock, Config, qrSvg, Refusal, Secrets, type Tx } from '@upstander/platform';
import { noteSecurityEvent } from '../accounts/security-event.js';
import { AccountSeals } from '../seals/account-seals.js';
import type { SecondStepSetup } from './second-step-setup.type.js';
import { newTotpSecret, stepOfCode, totpUri } from './totp.js';

/** Secrets are stored encrypted and each code works once. */
@Injectable()
export class Authenticators {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly seals: AccountSeals,
  ) {}

  /** Creates a secret, which takes effect with its first code. @throws Refusal SECOND_STEP_ALREADY_SET */
  async begin(tx: Tx, accountId: string): Promise<SecondStepSetup> {
    const account = await this.seals.lock(tx, accountId);
    // A stolen session must not be able to replace the app.
    if (account.totpConfirmedAt) throw alreadySet();
    const secret = newTotpSecret();
    await this.seals.update(tx, account, { totpSecretSealed: this.secrets.seal(totpPurpose(accountId), secret) });
    await tx.query('UPDATE identity.account SET totp_last_step = NULL WHERE id = $1', [accountId]);
    const uri = totpUri(secret, this.config.ORGANISATION_NAME, account.email);
    return { secret, uri, qrSvg: await qrSvg(uri) };
  }

  /** Returns false if the code is wrong. @throws Refusal SECOND_STEP_ALREADY_SET */
  async finish(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const account = await this.seals.lock(tx, accountId);
    if (account.totpConfirmedAt) throw alreadySet();
    if (!(await this.useCode(tx, accountId, code))) return false;
    const at = this.clock.now();
    await this.seals.update(tx, account, { totpConfirmedAt: at });
    await noteSecurityEvent(tx, { kind: 'second-step-set-up', accountId, at });
    return true;
  }

  /** Uses up a code. Returns false if it is wrong, expired or already used. */
  async useCode(tx: Tx, accountId: string, code: string): Promise<boolean> {
    // The row lock keeps concurrent attempts from using the same code.
    const { totpSecretSealed } = await this.seals.lock(tx, accountId);
    if (!totpSecretSealed) return false;
    const secret = this.open(accountId, totpSecretSealed);
    const [last] = await tx.query<{ step: string | null }>(
      'SELECT totp_last_step AS step FROM identity.account WHERE id = $1',
      [accountId],
    );
    const step = await stepOfCode(secret, code, this.clock.now(), last?.step == null ? null : Number(last.step));
    if (step === null) return false;
    await tx.query('UPDATE identity.account SET totp_last_step = $2 WHERE id = $1', [accountId, step]);
    return true;
  }

  /** @throws Refusal SECOND_STEP_LOST if APP_SECRET has changed since setup */
  private open(accountId: string, sealed: string): string {
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

function alreadySet(): Refusal {
  return new Refusal('SECOND_STEP_ALREADY_SET', 'Your account has a second step already.');
}
