import { Injectable } from '@nestjs/common';
import { Database, JobQueue, Refusal, Secrets, sha256, type Tx } from '@upstander/platform';
import { timingSafeEqual } from 'node:crypto';
import type { LocaleName } from '../languages/locale.js';

export const codeMinutes = 10;
const maxTries = 5;

/** See `RequestingBrowser`. */
export interface CodeRequest {
  readonly email: string;
  readonly locale: LocaleName;
  readonly browser: string;
}

/** The job `make-sign-in-mails` turns these rows into emails. */
@Injectable()
export class SignInCodes {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly queue: JobQueue,
  ) {}

  /** Works the same for known and unknown addresses. */
  async send(tx: Tx, { email, locale, browser }: CodeRequest, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO identity.sign_in_code (email, locale, browser_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [email, locale, sha256(browser), now, new Date(now.valueOf() + codeMinutes * 60_000)],
    );
    tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
  }

  /** Dropped if the email is not written within a week. */
  async invite(tx: Tx, email: string, locale: LocaleName, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO identity.sign_in_code (kind, email, locale, created_at, expires_at)
       VALUES ('invitation', $1, $2, $3, $3::timestamptz + interval '7 days')`,
      [email, locale, now],
    );
    tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
  }

  /**
   * Returns the language of the request, or null if the code is wrong, expired, used or tried too often. Each attempt
   * counts against all active codes of this browser before the code is compared.
   * @throws Refusal CODE_ASKED_ELSEWHERE if this browser requested no code
   */
  async redeem(
    request: { email: string; browser: string | null },
    code: string,
    now: Date,
  ): Promise<{ locale: LocaleName } | null> {
    const { email, browser } = request;
    if (browser === null) throw foreignBrowserRefusal();
    const requester = [email, sha256(browser)];
    const live = await this.db.query<{ id: string; locale: LocaleName }>(
      `UPDATE identity.sign_in_code SET attempts = attempts + 1
       WHERE email = $1 AND browser_hash = $2 AND kind = 'code' AND used_at IS NULL AND expires_at > $3 AND attempts < $4
       RETURNING id, locale`,
      [...requester, now, maxTries],
    );
    const digits = code.replace(/\s/g, '');
    const match = live.find(({ id }) => this.isCodeOf(id, email, digits));
    if (!match) {
      const knownCodes = await this.db.query(
        'SELECT FROM identity.sign_in_code WHERE email = $1 AND browser_hash = $2 LIMIT 1',
        requester,
      );
      if (knownCodes.length === 0) throw foreignBrowserRefusal();
      return null;
    }
    // Of two concurrent attempts with the same code, the second finds it used.
    const usedCodes = await this.db.query<{ id: string }>(
      `UPDATE identity.sign_in_code SET used_at = $3
       WHERE email = $1 AND browser_hash = $2 AND kind = 'code' AND used_at IS NULL RETURNING id`,
      [...requester, now],
    );
    return usedCodes.some(({ id }) => id === match.id) ? { locale: match.locale } : null;
  }

  private isCodeOf(id: string, email: string, code: string): boolean {
    return this.secrets
      .digitsByAnySecret(purpose, subjectOf(id, email), digits)
      .some((candidateCode) => isEqual(candidateCode, code));
  }
}

const purpose = 'sign-in-code';
const digits = 8;

/** Derives the code from the address too, so changing a row's address doesn't yield a valid code. */
const subjectOf = (id: string, email: string) => `${id}/${email.toLowerCase()}`;

/** The code is stored nowhere. */
export function signInCodeOf(secrets: Secrets, { id, email }: { id: string; email: string }): string {
  return secrets.digits(purpose, subjectOf(id, email), digits);
}

function foreignBrowserRefusal(): Refusal {
  return new Refusal(
    'CODE_ASKED_ELSEWHERE',
    'A code only works in the browser that requested it, and it wasn’t this one. Please request a new code here.',
  );
}

function isEqual(expected: string, actual: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(actual)];
  return a.length === b.length && timingSafeEqual(a, b);
}
