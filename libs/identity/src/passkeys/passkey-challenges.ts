import { Injectable } from '@nestjs/common';
import { Clock, Database, Refusal, Secrets, sha256 } from '@upstander/platform';
import type { Browser } from '../access/current-browser.js';
import { RequestingBrowser } from '../sign-in/requesting-browser.js';

/** `session` is null for a sign-in. */
export interface ChallengeUse {
  readonly kind: 'sign-in' | 'confirm' | 'add';
  readonly sessionId: string | null;
}

const lifetimeMs = 5 * 60_000;

/**
 * Challenges aren't stored. They contain their expiry, sealed for one use, one browser and one session, and are
 * recorded when redeemed, so each works once.
 */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly requestingBrowser: RequestingBrowser,
  ) {}

  issue(use: ChallengeUse, browser: Browser): string {
    const name = this.requestingBrowser.ensureName(browser, null);
    const expiresAt = this.clock.now().valueOf() + lifetimeMs;
    return this.secrets.seal(purposeOf(use, name), `${expiresAt} ${this.secrets.randomToken()}`);
  }

  /** @throws Refusal PASSKEY_REQUEST_ENDED if it expired, was redeemed before, or belongs elsewhere */
  async redeem(use: ChallengeUse, challenge: string, browser: Browser): Promise<void> {
    const name = this.requestingBrowser.nameOf(browser, null);
    const expiresAt = name === null ? 0 : this.expiryOf(purposeOf(use, name), challenge);
    if (expiresAt <= this.clock.now().valueOf()) throw requestEndedRefusal();
    const spentRows = await this.db.query(
      `INSERT INTO identity.spent_solution (signature, expires_at) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING 1 AS spent`,
      [sha256(challenge), new Date(expiresAt)],
    );
    if (spentRows.length === 0) throw requestEndedRefusal();
  }

  private expiryOf(purpose: string, challenge: string): number {
    try {
      return Number.parseInt(this.secrets.unseal(purpose, challenge), 10);
    } catch {
      return 0;
    }
  }
}

const purposeOf = ({ kind, sessionId }: ChallengeUse, browserName: string) =>
  `passkey/${kind}/${sessionId ?? ''}/${browserName}`;

function requestEndedRefusal(): Refusal {
  return new Refusal(
    'PASSKEY_REQUEST_ENDED',
    'This took too long, or it was started in another browser. Please try again here.',
  );
}
