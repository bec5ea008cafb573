import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Refusal } from '@upstander/platform';
import { recordStatedAge } from '../attendance/door-waivers.service.js';
import { isActive, receiptOf } from '../signups/locked-signup.js';
import type { SignUpPayload } from '../signups/my-signup.js';
import { requireNotStarted, SignupLinks } from './signup-links.service.js';
import type { AnswerAgeInput } from './age-answer.input.js';
import { unknownAge } from '../safeguarding/safeguarding-columns.js';
import { signupsOnShifts } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

@Injectable()
export class AgeAnswers {
  constructor(
    private readonly clock: Clock,
    private readonly links: SignupLinks,
  ) {}

  /**
   * Keeps a known birth year or an earlier answer.
   * @throws Refusal NOT_FOUND, SIGNUP_ENDED, SHIFT_STARTED
   */
  answer(actor: Actor, input: AnswerAgeInput): Promise<SignUpPayload> {
    const about = ['age', input.isAdult];
    return this.links.change(actor, { ...input, about }, 'answerAge', async (tx, signup) => {
      if (!isActive(signup)) throw new Refusal('SIGNUP_ENDED', 'This sign-up is no longer active.');
      requireNotStarted(signup, this.clock.now());
      const [unknown] = await tx.query(
        `SELECT 1 AS unknown FROM ${signupsOnShifts} ${joinVolunteer('u')}
         WHERE u.id = $1 AND ${unknownAge}`,
        [signup.id],
      );
      if (unknown) await recordStatedAge(tx, signup.id, input.isAdult);
      return receiptOf(tx, signup.id);
    });
  }
}
