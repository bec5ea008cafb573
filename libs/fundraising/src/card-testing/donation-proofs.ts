import { Injectable } from '@nestjs/common';
import { Config, Refusal, SignedIds, type Tx } from '@upstander/platform';
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import type { DonationAttempt } from '../gifts/donation-gate.js';

/** Solved in about a second by a phone: nothing for a donor, a lot for a machine with a thousand cards. */
export const puzzleSize = 150_000;
const minutesToSolve = 20;

const solution = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string().max(128),
  number: z.number().int().nonnegative().max(puzzleSize),
  salt: z.string().max(256),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What tells a donor from a machine: a solved puzzle (ALTCHA, no other host is asked) or a link that was mailed. */
@Injectable()
export class DonationProofs {
  private readonly hmacKey: string;

  constructor(
    config: Config,
    private readonly signedIds: SignedIds,
  ) {
    this.hmacKey = Buffer.from(hkdfSync('sha256', config.APP_SECRET, '', 'donation-challenges', 32)).toString('hex');
  }

  /** A fresh puzzle; nothing of it is stored until it is solved. */
  async puzzle(now: Date): Promise<{ algorithm: string; challenge: string; salt: string; signature: string }> {
    const expires = new Date(now.valueOf() + minutesToSolve * 60_000);
    return createChallenge({ algorithm: 'SHA-256', hmacKey: this.hmacKey, maxnumber: puzzleSize, expires });
  }

  /**
   * Takes the proof that came with a gift. It counts once, and only if the gift is made: what is spent here is spent in
   * the gift's own transaction.
   * @throws Refusal PROOF_NEEDED, PROOF_SPENT, DONATIONS_BY_MAIL_ONLY.
   */
  async demand(tx: Tx, attempt: DonationAttempt, state: { breakerOpen: boolean }): Promise<void> {
    const link = attempt.challenge ? this.signedIds.open('donation-link', attempt.challenge) : null;
    if (link) return this.spendLink(tx, link.id, attempt);
    if (state.breakerOpen) {
      throw new Refusal(
        'DONATIONS_BY_MAIL_ONLY',
        'Somebody is trying out stolen cards. For a little while we begin gifts by a link we send to your address.',
      );
    }
    await this.spendPuzzle(tx, attempt);
  }

  private async spendLink(tx: Tx, id: string, { email, at }: DonationAttempt): Promise<void> {
    const used = await tx.query(
      `UPDATE fundraising.donation_link SET used_at = $3
       WHERE id = $1 AND email = $2 AND used_at IS NULL AND expires_at > $3 RETURNING 1 AS used`,
      [id, email, at],
    );
    if (used.length === 0) throw spent();
  }

  private async spendPuzzle(tx: Tx, { challenge, at }: DonationAttempt): Promise<void> {
    const payload = read(challenge);
    if (!payload) throw needed();
    // The library would ask the computer's clock and let a solution pass any number of times: both are looked at here.
    if (!(await verifySolution(payload, this.hmacKey, false))) throw needed();
    const expires = new Date(Number(extractParams(payload)['expires']) * 1000);
    if (!(expires > at)) throw needed();
    const taken = await tx.query(
      `INSERT INTO fundraising.spent_challenge (signature, expires_at) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING 1 AS taken`,
      [Buffer.from(payload.signature, 'hex'), expires],
    );
    if (taken.length === 0) throw spent();
  }
}

function read(challenge: string | null): z.output<typeof solution> | null {
  if (!challenge) return null;
  try {
    const parsed = solution.safeParse(JSON.parse(Buffer.from(challenge, 'base64').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function needed(): Refusal {
  return new Refusal(
    'PROOF_NEEDED',
    'Somebody is trying out stolen cards. Please solve the puzzle, or let us send you a link.',
  );
}

function spent(): Refusal {
  return new Refusal('PROOF_SPENT', 'This was used already or has run out. Please try again.');
}
