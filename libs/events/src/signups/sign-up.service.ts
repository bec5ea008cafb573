import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { JobQueue, orOneByOne, WriteBatcher } from '@upstander/platform';
import { apart, signupRequestOf, type SignupRequest } from './signup-request.js';
import { OwnSignUp } from './own-sign-up.service.js';
import { PlaceSignups, type Placed } from './place-signups.js';
import type { SignUpInput } from './sign-up.input.js';
import type { SignUpPayload } from './my-signup.js';

/**
 * The way in. What arrives while the database is at work goes together in its next call, over all shifts, each with its
 * own outcome (docs/decisions/coalesced-places.md); a lone request waits for nobody.
 */
@Injectable()
export class SignUpService implements BeforeApplicationShutdown {
  private readonly batcher = new WriteBatcher<SignupRequest, Placed>((requests) => this.place(requests));

  constructor(
    private readonly places: PlaceSignups,
    private readonly own: OwnSignUp,
    private readonly limits: RateLimits,
    private readonly queue: JobQueue,
  ) {}

  /**
   * Signs somebody up for a shift: a place when one is free and nobody is waiting, else the end of the line. Who is
   * signed in with this address has proven it; for everybody else the sign-up waits for its mail to be answered.
   * @throws Refusal BAD_INPUT, NOT_FOUND, SIGN_UP_CLOSED, IDEMPOTENCY_KEY_REUSED, TOO_MANY_TRIES; for somebody signed
   * in also OVERLAPPING_SHIFT.
   */
  async signUp(actor: Actor, input: SignUpInput): Promise<SignUpPayload> {
    await this.limits.take('sign-up', actor.address);
    const request = signupRequestOf(input);
    const isTheirs = actor.email?.toLowerCase() === request.email.toLowerCase();
    const { id, status, position, guests } = isTheirs
      ? await this.own.signUp(request)
      : await this.batcher.add(request);
    return { signup: { id, status, position, guests } };
  }

  private async place(requests: SignupRequest[]): Promise<Array<Placed | Error>> {
    const answers = new Map<SignupRequest, Placed | Error>();
    for (const wave of apart(requests)) {
      const placed = await orOneByOne<SignupRequest, Placed>(wave, (some) => this.places.place([...some]));
      wave.forEach((request, i) => answers.set(request, placed[i] ?? new Error('A sign-up got no answer.')));
    }
    if ([...answers.values()].some((answer) => 'outcome' in answer && answer.outcome === 'new')) {
      this.queue.ring('deliver-due-mail');
    }
    return requests.map((request) => answers.get(request)!);
  }

  /** Whoever was promised an answer gets it before the process leaves. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.batcher.idle();
  }
}
