import { Injectable } from '@nestjs/common';
import { Clock, Config, notThere, qrSvg, Refusal, Secrets, type Tx } from '@upstander/platform';
import { noteSecurityEvent } from '../accounts/security-event.js';
import type { SecondStepSetup } from './second-step-setup.type.js';
import { newTotpSecret, stepOfCode, totpUri } from './totp.js';

interface Enrolment {
  email: string;
  sealed: string | null;
  confirmed: boolean;
  lastStep: string | null;
}

/** The authenticator app of an account: its secret is kept sealed, and each code works once. */
@Injectable()
export class Authenticators {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  /** Makes a new secret; it counts for nothing until a code was read from it. @throws Refusal SECOND_STEP_ALREADY_SET */
  async begin(tx: Tx, accountId: string): Promise<SecondStepSetup> {
    const { email, confirmed } = await enrolmentOf(tx, accountId);
    // A stolen session must not be able to swap the phone.
    if (confirmed) throw alreadySet();
    const secret = newTotpSecret();
    await tx.query('UPDATE identity.account SET totp_secret_sealed = $2, totp_last_step = NULL WHERE id = $1', [
      accountId,
      this.secrets.seal(totpPurpose(accountId), secret),
    ]);
    const uri = totpUri(secret, this.config.ORGANISATION_NAME, email);
    return { secret, uri, qrSvg: await qrSvg(uri) };
  }

  /** Uses up the first code of a new secret, which counts from then on. @throws Refusal SECOND_STEP_ALREADY_SET */
  async finish(tx: Tx, accountId: string, code: string): Promise<boolean> {
    if ((await enrolmentOf(tx, accountId)).confirmed) throw alreadySet();
    if (!(await this.useCode(tx, accountId, code))) return false;
    const at = this.clock.now();
    await tx.query('UPDATE identity.account SET totp_confirmed_at = $2 WHERE id = $1', [accountId, at]);
    await noteSecurityEvent(tx, { kind: 'second-step-set-up', accountId, at });
    return true;
  }

  /** Uses a code up: false when it is wrong, old or was used before. */
  async useCode(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const { sealed, lastStep } = await enrolmentOf(tx, accountId);
    if (!sealed) return false;
    const secret = this.open(accountId, sealed);
    const step = await stepOfCode(secret, code, this.clock.now(), lastStep === null ? null : Number(lastStep));
    if (step === null) return false;
    await tx.query('UPDATE identity.account SET totp_last_step = $2 WHERE id = $1', [accountId, step]);
    return true;
  }

  /** @throws Refusal SECOND_STEP_LOST when APP_SECRET is another than it was when the app was set up. */
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

/** The row is locked: of two tries with one code, the second finds it used. */
async function enrolmentOf(tx: Tx, accountId: string): Promise<Enrolment> {
  const [row] = await tx.query<Enrolment & Record<string, unknown>>(
    `SELECT email::text, totp_secret_sealed AS sealed, totp_confirmed_at IS NOT NULL AS confirmed,
       totp_last_step AS "lastStep"
     FROM identity.account WHERE id = $1 FOR UPDATE`,
    [accountId],
  );
  if (!row) throw notThere('This account');
  return row;
}

// Bound to the account: a sealed secret copied to another row does not open there.
export const totpPurpose = (accountId: string) => `totp/${accountId}`;

function alreadySet(): Refusal {
  return new Refusal('SECOND_STEP_ALREADY_SET', 'Your account has a second step already.');
}
