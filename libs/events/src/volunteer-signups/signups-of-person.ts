import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ErasureSteps } from '@upstander/identity';
import { Database } from '@upstander/platform';
import { volunteersOfAddress } from '@upstander/volunteers';
import { isActive, lockSignup } from '../signups/locked-signup.js';
import { Waitlist } from '../waitlist/waitlist.js';
import { signupsOnShifts } from '../shifts/shift-joins.js';

/** Cancels the upcoming sign-ups of an erased person and offers their places to the waitlist. */
@Injectable()
export class SignupsOfPerson implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly waitlist: Waitlist,
    private readonly parts: ErasureSteps,
  ) {}

  onModuleInit(): void {
    this.parts.define({
      name: 'signups',
      end: async (email, at) => {
        const upcoming = await this.db.query<{ id: string }>(
          `SELECT u.id FROM ${signupsOnShifts}
           WHERE u.volunteer_id IN (${volunteersOfAddress}) AND s.starts_at > $2 AND u.status NOT IN ('cancelled', 'expired') ORDER BY s.starts_at, u.id`,
          [email, at],
        );
        for (const { id } of upcoming) {
          await this.db.transaction(async (tx) => {
            const signup = await lockSignup(tx, id);
            if (signup && isActive(signup)) await this.waitlist.end(tx, signup, 'cancelled');
          });
        }
      },
    });
  }
}
