import { Injectable } from '@nestjs/common';
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import { z } from 'zod';
import { Config } from '../config/config.js';
import { keysOf } from './app-secrets.js';

/** A phone solves this in about a second, which is costly only for a bot that needs thousands. */
export const puzzleSize = 150_000;
const minutesToSolve = 20;

const solution = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string().max(128),
  number: z.number().int().nonnegative().max(puzzleSize),
  salt: z.string().max(256),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});

/** An ALTCHA puzzle: the browser finds the number up to `maxNumber` that hashes to the challenge. */
export interface Puzzle {
  algorithm: string;
  challenge: string;
  salt: string;
  signature: string;
  maxNumber: number;
}

@Injectable()
export class Puzzles {
  constructor(private readonly config: Config) {}

  /** Not stored until solved. Valid for this purpose only. */
  async createPuzzle(purpose: string, now: Date): Promise<Puzzle> {
    const expires = new Date(now.valueOf() + minutesToSolve * 60_000);
    const { algorithm, challenge, salt, signature } = await createChallenge({
      algorithm: 'SHA-256',
      hmacKey: this.keysOf(purpose)[0],
      maxnumber: puzzleSize,
      expires,
    });
    return { algorithm, challenge, salt, signature, maxNumber: puzzleSize };
  }

  /**
   * Returns the signature and expiry, or null if the solution is invalid or expired. The caller must store the signature
   * until it expires, because the library accepts it repeatedly.
   */
  async verifySolution(
    purpose: string,
    solutionText: string | null | undefined,
    now: Date,
  ): Promise<SolvedPuzzle | null> {
    const payload = parseSolution(solutionText);
    // Expiry is checked against `now`; the library would use the system clock.
    if (!payload || !(await this.isSolved(purpose, payload))) return null;
    const expires = new Date(Number(extractParams(payload)['expires']) * 1000);
    return expires > now ? { signature: Buffer.from(payload.signature, 'hex'), expires } : null;
  }

  private async isSolved(purpose: string, payload: z.output<typeof solution>): Promise<boolean> {
    for (const key of this.keysOf(purpose)) if (await verifySolution(payload, key, false)) return true;
    return false;
  }

  private keysOf(purpose: string): [string, ...string[]] {
    const [current, ...olderKeys] = keysOf(this.config, purpose).map((key) => key.toString('hex'));
    return [current!, ...olderKeys];
  }
}

export interface SolvedPuzzle {
  readonly signature: Buffer;
  readonly expires: Date;
}

function parseSolution(solutionText: string | null | undefined): z.output<typeof solution> | null {
  if (!solutionText) return null;
  try {
    const parsed = solution.safeParse(JSON.parse(Buffer.from(solutionText, 'base64').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
