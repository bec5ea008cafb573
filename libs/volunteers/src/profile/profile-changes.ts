import {
  changedValues,
  Clock,
  Config,
  isPostcode,
  inputFrom,
  readInput,
  Refusal,
  refuseFaults,
  type Faults,
  type Tx,
} from '@upstander/platform';
import { Injectable, type Type } from '@nestjs/common';
import { findOpenChapter } from '@upstander/identity';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';
import { TermKind } from '../terms/term.entity.js';
import { Terms } from '../terms/terms.service.js';
import type { MyVolunteerInput, VolunteerInput } from './volunteer.input.js';
import { Membership } from './membership.entity.js';
import { Volunteer } from './volunteer.entity.js';

/** An update by the volunteer (`by` is null) or by staff, who can set only their own chapters. */
export interface ProfileUpdate {
  type: Type<MyVolunteerInput | VolunteerInput>;
  input: MyVolunteerInput | VolunteerInput;
  by: string | null;
  mayName: (chapterId: string) => boolean;
}

@Injectable()
export class ProfileChanges {
  constructor(
    private readonly clock: Clock,
    private readonly terms: Terms,
    private readonly config: Config,
  ) {}

  /** @throws Refusal BAD_INPUT listing all invalid fields, CHANGED_MEANWHILE */
  async apply(tx: Tx, before: Volunteer, { type, input, by, mayName: canName }: ProfileUpdate): Promise<void> {
    if (input.version && input.version !== before.version) throw conflictRefusal(type, before);
    const { values, faults } = readInput(type, input, before);
    refuseFaults({ ...faults, ...(await this.faultsOf(tx, before, values, canName)) });
    const changes = changedValues<Volunteer>(before, values);
    const fields = Object.keys(changes).sort();
    if (fields.length === 0) return;
    const at = this.clock.now();
    await tx.manager.update(Volunteer, before.id, { ...changes, version: before.version + 1, updatedAt: at });
    if ('homeChapterId' in changes) await this.moveHome(tx, before, changes.homeChapterId ?? null, at);
    const detail = fields.join(' ');
    await recordHistoryEntries(tx, [before.id], { kind: HistoryKind.PROFILE_CHANGED, at, by, detail });
  }

  private async faultsOf(
    tx: Tx,
    before: Volunteer,
    values: Partial<Volunteer>,
    canName: (chapterId: string) => boolean,
  ): Promise<Faults> {
    const faults: Faults = {};
    const skillSelection = { ids: values.skillIds ?? [], before: before.skillIds };
    Object.assign(
      faults,
      await this.terms.faultsOf(tx, { ...skillSelection, field: 'skillIds', kind: TermKind.SKILL }),
    );
    const interests = { ids: values.interestIds ?? [], before: before.interestIds };
    Object.assign(
      faults,
      await this.terms.faultsOf(tx, { ...interests, field: 'interestIds', kind: TermKind.INTEREST }),
    );
    if (values.email !== undefined && values.email !== before.email) {
      Object.assign(faults, await addressFaults(tx, before, values.email));
    }
    if ((values.birthYear ?? 0) > this.clock.now().getUTCFullYear()) faults['birthYear'] = 'out-of-range';
    if (values.postcode && !isPostcode(values.postcode, this.config.COUNTRY)) faults['postcode'] = 'not-a-postcode';
    const home = values.homeChapterId;
    if (home && home !== before.homeChapterId) {
      if (!canName(home) || !(await findOpenChapter(tx, home))) faults['homeChapterId'] = 'not-there';
    }
    return faults;
  }

  /**
   * Makes the new home chapter know the volunteer.
   * The previous one forgets them unless they helped there or its staff set a standing.
   */
  private async moveHome(tx: Tx, volunteer: Volunteer, home: string | null, at: Date): Promise<void> {
    const { id: volunteerId, homeChapterId } = volunteer;
    if (homeChapterId) {
      const onlyHome = { volunteerId, chapterId: homeChapterId, helped: false, standing: 'volunteer' } as const;
      await tx.manager.delete(Membership, onlyHome);
    }
    if (!home) return;
    await tx.query(
      `INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, sort_name, active_at, since)
       SELECT v.id, $2, false, v.sort_name, $3, $3 FROM volunteers.volunteer v WHERE v.id = $1
       ON CONFLICT (volunteer_id, chapter_id) DO NOTHING`,
      [volunteer.id, home, at],
    );
  }
}

/** Staff may set, correct or remove an address only while its owner hasn't confirmed it, and only one that no other record has. */
async function addressFaults(tx: Tx, { id, verifiedAt }: Volunteer, email: string | null): Promise<Faults> {
  if (verifiedAt) return { email: 'address-confirmed' };
  const takenBy =
    email && (await tx.query('SELECT FROM volunteers.volunteer WHERE email = $1 AND id <> $2', [email, id]));
  return takenBy && takenBy.length > 0 ? { email: 'of-another-volunteer' } : {};
}

function conflictRefusal(type: Type, volunteer: Volunteer): Refusal {
  return new Refusal('CHANGED_MEANWHILE', 'Someone else changed this in the meantime.', {
    version: volunteer.version,
    changedAt: volunteer.updatedAt.toISOString(),
    values: inputFrom(type, volunteer),
  });
}
