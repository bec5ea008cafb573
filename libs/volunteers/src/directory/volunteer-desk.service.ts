import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Database, notFound, violatedConstraint } from '@upstander/platform';
import { ProfileChanges } from '../profile/profile-changes.js';
import { Volunteer } from '../profile/volunteer.entity.js';
import { VolunteerInput } from '../profile/volunteer.input.js';
import type { ManagedVolunteer } from './managed-volunteer.js';
import { VolunteerAccess } from '../access/volunteer-access.js';
import { VolunteerReads } from './volunteer-reads.js';

@Injectable()
export class VolunteerDesk {
  constructor(
    private readonly db: Database,
    private readonly access: VolunteerAccess,
    private readonly changes: ProfileChanges,
    private readonly reads: VolunteerReads,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT, CHANGED_MEANWHILE */
  async update(actor: Actor, id: string, input: VolunteerInput): Promise<ManagedVolunteer> {
    await this.access.require(actor, [id]);
    const canName = (chapterId: string) => this.access.canActForChapter(actor, chapterId);
    const change = this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const before = await tx.manager.findOne(Volunteer, { where: { id }, lock });
      if (!before) throw notFound('This volunteer');
      await this.changes.apply(tx, before, { type: VolunteerInput, input, by: actor.accountId, mayName: canName });
    });
    await change.catch((error: unknown) => {
      // Two people typed the same address at the same time.
      throw violatedConstraint(error) === 'volunteer_email_key' ? badInput({ email: 'of-another-volunteer' }) : error;
    });
    return this.reads.byId(actor, id);
  }
}
