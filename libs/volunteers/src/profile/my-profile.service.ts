import { Injectable } from '@nestjs/common';
import { findAccountName, type Actor } from '@upstander/identity';
import { Clock, Database, readInput, refuseFaults, type Tx } from '@upstander/platform';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';
import { MessagePreferences } from '../messages/message-preferences.service.js';
import { EmergencyContact } from './emergency-contact.entity.js';
import type { MyVolunteer } from './my-volunteer.js';
import { ProfileChanges } from './profile-changes.js';
import { ownColumns } from './volunteer-columns.js';
import { Volunteer } from './volunteer.entity.js';
import { EmergencyContactInput, MyVolunteerInput } from './volunteer.input.js';

@Injectable()
export class MyProfile {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly changes: ProfileChanges,
    private readonly preferences: MessagePreferences,
  ) {}

  /** Returns null for users who never volunteered, even if someone entered their address. */
  async findOwn(actor: Actor): Promise<MyVolunteer | null> {
    const [volunteer] = await this.db.query<MyVolunteer & Record<string, unknown>>(
      `SELECT ${ownColumns} FROM volunteers.volunteer v WHERE v.id = ${volunteerIdOfAddress('$1')} AND v.proven_at IS NOT NULL`,
      [actor.email],
    );
    return volunteer ?? null;
  }

  /**
   * Creates the profile if necessary.
   * @throws Refusal BAD_INPUT, CHANGED_MEANWHILE
   */
  async update(actor: Actor, input: MyVolunteerInput): Promise<MyVolunteer> {
    await this.db.transaction(async (tx) => {
      const volunteer = await this.lockOwn(tx, actor);
      await this.changes.apply(tx, volunteer, { type: MyVolunteerInput, input, by: null, mayName: () => true });
      if (input.emergencyContact !== undefined) await this.setContact(tx, volunteer.id, input.emergencyContact);
      if (typeof input.getsMessages === 'boolean') await this.setMessages(tx, volunteer, input.getsMessages);
    });
    const volunteer = await this.findOwn(actor);
    if (!volunteer) throw new Error('A profile that was just written is gone.');
    return volunteer;
  }

  /** Returns the actor's locked and verified row, creating it if necessary. */
  async lockOwn(tx: Tx, actor: Actor): Promise<Volunteer> {
    const at = this.clock.now();
    const name = (await findAccountName(tx, actor.accountId)) ?? '';
    await tx.query(
      `INSERT INTO volunteers.volunteer (email, name, locale, proven_at, active_at, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $4, $4, $4) ON CONFLICT (email) DO NOTHING`,
      [actor.email, name, actor.locale ?? 'en', at],
    );
    const [row] = await tx.query<{ id: string }>(`SELECT ${volunteerIdOfAddress('$1')} AS id`, [actor.email]);
    const id = String(row?.id);
    const lock = { mode: 'for_no_key_update' } as const;
    const volunteer = await tx.manager.findOneOrFail(Volunteer, { where: { id }, lock });
    if (volunteer.verifiedAt) return volunteer;
    // Name and phone may have been entered by anyone, so the profile starts with the account's name, unless staff met them.
    const ownValues = {
      name: volunteer.metAt ? volunteer.name : name,
      phone: null,
      locale: actor.locale ?? 'en',
      verifiedAt: at,
    } as const;
    await tx.manager.update(Volunteer, id, ownValues);
    await recordHistoryEntries(tx, [id], { kind: HistoryKind.ADDRESS_CONFIRMED, at });
    return Object.assign(volunteer, ownValues);
  }

  private async setMessages(tx: Tx, { id, messagesStoppedAt }: Volunteer, wantsMessages: boolean): Promise<void> {
    if (wantsMessages === (messagesStoppedAt === null)) return;
    const at = this.clock.now();
    await this.preferences.set(tx, id, wantsMessages ? 'immediate' : 'never', at);
  }

  private async setContact(tx: Tx, volunteerId: string, input: EmergencyContactInput | null): Promise<void> {
    const at = this.clock.now();
    if (input) {
      const { values, faults } = readInput(EmergencyContactInput, input);
      refuseFaults(
        Object.fromEntries(Object.entries(faults).map(([name, fault]) => [`emergencyContact.${name}`, fault])),
      );
      await tx.manager.upsert(EmergencyContact, { ...values, volunteerId, updatedAt: at }, ['volunteerId']);
    } else {
      await tx.manager.delete(EmergencyContact, { volunteerId });
    }
    await recordHistoryEntries(tx, [volunteerId], { kind: HistoryKind.EMERGENCY_CONTACT_CHANGED, at });
  }
}

/** SQL: the volunteer ID of an address, following merges. */
export function volunteerIdOfAddress(email: string): string {
  return `(SELECT coalesce(a.merged_into, a.id) FROM volunteers.volunteer a WHERE a.email = ${email})`;
}
