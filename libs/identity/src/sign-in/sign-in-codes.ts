import { Injectable } from '@nestjs/common';
import { Database, JobQueue, Refusal, Secrets, sha256, type Tx } from '@upstander/platform';
import { timingSafeEqual } from 'node:crypto';
import type { LocaleName } from '../accounts/locale.js';

/** How long a mailed code is good for, in minutes; its mail says so too. */
export const codeMinutes = 10;
const tries = 5;

/** Who asks for a code, from which browser; see `AskingBrowser`. */
export interface AskedCode {
  readonly email: string;
  readonly locale: LocaleName;
  readonly browser: string;
}

/** Codes sent by mail. A row is the request; the job `make-sign-in-mails` turns it into a mail. */
@Injectable()
export class SignInCodes {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly queue: JobQueue,
  ) {}

  /** Asks for a code to be mailed: the same for every address, known or not. */
  async send(tx: Tx, { email, locale, browser }: AskedCode, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO identity.sign_in_code (email, locale, browser_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [email, locale, sha256(browser), now, new Date(now.valueOf() + codeMinutes * 60_000)],
    );
    tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
  }

  /** Asks for a mail that tells somebody of their new account; it is not written any more after a week. */
  async invite(tx: Tx, email: string, locale: LocaleName, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO identity.sign_in_code (kind, email, locale, created_at, expires_at)
       VALUES ('invitation', $1, $2, $3, $3::timestamptz + interval '7 days')`,
      [email, locale, now],
    );
    tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
  }

  /**
   * Uses a code up: the language it was asked for in, or null when it is wrong, old, used or tried too often. A try
   * counts, before it is looked at, on every live code this browser asked for, and on nobody else's.
   * @throws Refusal CODE_ASKED_ELSEWHERE when this browser asked for none; whether the code is right is not looked at.
   */
  async use(
    asked: { email: string; browser: string | null },
    code: string,
    now: Date,
  ): Promise<{ locale: LocaleName } | null> {
    const { email, browser } = asked;
    if (browser === null) throw askedElsewhere();
    const whose = [email, sha256(browser)];
    const live = await this.db.query<{ id: string; locale: LocaleName }>(
      `UPDATE identity.sign_in_code SET attempts = attempts + 1
       WHERE email = $1 AND browser_hash = $2 AND kind = 'code' AND used_at IS NULL AND expires_at > $3 AND attempts < $4
       RETURNING id, locale`,
      [...whose, now, tries],
    );
    const given = code.replace(/\s/g, '');
    const match = live.find(({ id }) => this.isCodeOf(id, email, given));
    if (!match) {
      const known = await this.db.query(
        'SELECT FROM identity.sign_in_code WHERE email = $1 AND browser_hash = $2 LIMIT 1',
        whose,
      );
      if (known.length === 0) throw askedElsewhere();
      return null;
    }
    // Two windows with the same code: the second finds it used.
    const used = await this.db.query<{ id: string }>(
      `UPDATE identity.sign_in_code SET used_at = $3
       WHERE email = $1 AND browser_hash = $2 AND kind = 'code' AND used_at IS NULL RETURNING id`,
      [...whose, now],
    );
    return used.some(({ id }) => id === match.id) ? { locale: match.locale } : null;
  }

  private isCodeOf(id: string, email: string, code: string): boolean {
    return this.secrets.digitsByAny(purpose, subjectOf(id, email), digits).some((right) => same(right, code));
  }
}

const purpose = 'sign-in-code';
const digits = 8;

/** The code belongs to the address too: a row or an email that is changed to another address signs no one in there. */
const subjectOf = (id: string, email: string) => `${id}/${email.toLowerCase()}`;

/** The code of this row that is emailed to this address. It is stored nowhere. */
export function signInCodeOf(secrets: Secrets, { id, email }: { id: string; email: string }): string {
  return secrets.digits(purpose, subjectOf(id, email), digits);
}

function askedElsewhere(): Refusal {
  return new Refusal(
    'CODE_ASKED_ELSEWHERE',
    'A code works only in the browser that asked for it, and this one has not asked. Please ask for a new code here.',
  );
}

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
