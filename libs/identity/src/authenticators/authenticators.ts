import { Injectable } from '@nestjs/common';
import { Clock, Config, qrSvg, Refusal, Secrets, type Tx } from '@upstander/platform';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { AccountSeals } from '../seals/account-seals.js';
import type { SecondStepSetup } from './second-step-setup.type.js';
import { checkCode, newTotpSecret, totpUri, type TotpCheck } from './totp.js';

export type CodeOutcome = TotpCheck['outcome'];

interface StoredSteps {
  lastStep: string | null;
  drift: number | null;
  pendingStep: string | null;
}

const numberOf = (step: string | null | undefined): number | null => (step == null ? null : Number(step));

/** Secrets are stored encrypted and each code works once. */
@Injectable()
export class Authenticators {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly seals: AccountSeals,
  ) {}

  /**
   * The secret takes effect with its first code.
   * @throws Refusal SECOND_STEP_ALREADY_SET
   */
  async begin(tx: Tx, accountId: string): Promise<SecondStepSetup> {
    const account = await this.seals.lock(tx, accountId);
    // A stolen session must not be able to replace the app.
    if (account.totpConfirmedAt) throw alreadySetRefusal();
    const secret = newTotpSecret();
    await this.seals.update(tx, account, { totpSecretSealed: this.secrets.seal(totpPurpose(accountId), secret) });
    await tx.query(
      'UPDATE identity.account SET totp_last_step = NULL, totp_drift = NULL, totp_pending_step = NULL WHERE id = $1',
      [accountId],
    );
    const uri = totpUri(secret, this.config.ORGANIZATION_NAME, account.email);
    return { secret, uri, qrSvg: await qrSvg(uri) };
  }

  /** Uses up the first code of a new secret, which counts from then on. @throws Refusal SECOND_STEP_ALREADY_SET */
  async finish(tx: Tx, accountId: string, code: string): Promise<CodeOutcome> {
    const account = await this.seals.lock(tx, accountId);
    if (account.totpConfirmedAt) throw alreadySetRefusal();
    const outcome = await this.useCode(tx, accountId, code);
    if (outcome !== 'accepted') return outcome;
    const at = this.clock.now();
    await this.seals.update(tx, account, { totpConfirmedAt: at });
    await noteSecurityEvent(tx, { kind: 'second-step-set-up', accountId, at });
    return outcome;
  }

  /**
   * Uses up a code. Expired and used codes are wrong. A code next to the expected step is remembered, so the transaction has
   * to commit in that case too.
   */
  async useCode(tx: Tx, accountId: string, code: string): Promise<CodeOutcome> {
    // The row lock keeps concurrent attempts from using the same code.
    const { totpSecretSealed, totpConfirmedAt } = await this.seals.lock(tx, accountId);
    if (!totpSecretSealed) return 'wrong';
    const secret = this.openSecret(accountId, totpSecretSealed);
    const [knownSteps] = await tx.query<StoredSteps>(
      `SELECT totp_last_step AS "lastStep", totp_drift AS drift, totp_pending_step AS "pendingStep"
       FROM identity.account WHERE id = $1`,
      [accountId],
    );
    const check = await checkCode(secret, code, this.clock.now(), {
      isSetUp: totpConfirmedAt !== null,
      lastStep: numberOf(knownSteps?.lastStep),
      drift: knownSteps?.drift ?? null,
      pendingStep: numberOf(knownSteps?.pendingStep),
    });
    if (check.outcome === 'accepted') {
      await tx.query(
        'UPDATE identity.account SET totp_last_step = $2, totp_drift = $3, totp_pending_step = NULL WHERE id = $1',
        [accountId, check.step, check.drift],
      );
    } else if (check.outcome === 'next-code-needed') {
      await tx.query('UPDATE identity.account SET totp_pending_step = $2 WHERE id = $1', [accountId, check.step]);
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

function alreadySetRefusal(): Refusal {
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
