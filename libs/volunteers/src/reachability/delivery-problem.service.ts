import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { DeliveryProblems, type ShownDeliveryProblem } from '@upstander/notifications';
import { Database } from '@upstander/platform';
import { VolunteerAccess } from '../access/volunteer-access.js';
import type { VolunteerProfile } from '../directory/managed-volunteer.js';
import { VolunteerReads } from '../directory/volunteer-reads.js';

/** Shows organizers why a volunteer gets no email, and lets them try the address again. */
@Injectable()
export class VolunteerDeliveryProblem {
  constructor(
    private readonly db: Database,
    private readonly access: VolunteerAccess,
    private readonly reads: VolunteerReads,
    private readonly problems: DeliveryProblems,
  ) {}

  /** The caller must already have checked access. */
  async find(email: string | null): Promise<ShownDeliveryProblem | null> {
    return email === null ? null : ((await this.problems.find([email])).get(email) ?? null);
  }

  /** @throws Refusal NOT_FOUND */
  async retry(actor: Actor, volunteerId: string): Promise<VolunteerProfile> {
    await this.access.require(actor, [volunteerId]);
    await this.db.transaction(async (tx) => {
      const [volunteer] = await tx.query<{ email: string | null }>(
        'SELECT email::text FROM volunteers.volunteer WHERE id = $1',
        [volunteerId],
      );
      if (volunteer?.email) await this.problems.clear(tx, volunteer.email);
    });
    return this.reads.byId(actor, volunteerId);
  }
}
