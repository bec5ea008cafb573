import { Injectable } from '@nestjs/common';
import { insertRow, type Tx } from '@upstander/platform';
import { In, IsNull } from 'typeorm';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';
import { EmergencyContact } from './emergency-contact.entity.js';
import { Volunteer } from './volunteer.entity.js';

/** Form input of a person who has now verified the address. */
export interface ProvenPerson extends Pick<Volunteer, 'name' | 'phone' | 'locale'> {
  volunteerId: string;
  at: Date;
}

/** A sign-up for a chapter's shift, with the age stated. */
export interface HelpRecord extends Pick<Volunteer, 'birthYear' | 'bornBy'> {
  volunteerId: string;
  chapterId: string;
  at: Date;
}

/** A volunteer whom staff of a chapter met, without an email address. */
export interface MetPerson extends Pick<Volunteer, 'name' | 'phone' | 'locale'> {
  chapterId: string;
  by: string | null;
  at: Date;
}

@Injectable()
export class Volunteers {
  /**
   * Verifies the address of a volunteer.
   * The first time, the person's input replaces what others may have entered. Later calls have no effect.
   */
  async verify(tx: Tx, { volunteerId, at, name, phone, locale }: ProvenPerson): Promise<void> {
    const { affected } = await tx.manager.update(
      Volunteer,
      { id: volunteerId, verifiedAt: IsNull() },
      { verifiedAt: at, name, phone, locale },
    );
    if (affected) await recordHistoryEntries(tx, [volunteerId], { kind: HistoryKind.ADDRESS_CONFIRMED, at });
  }

  /**
   * Adds a volunteer without an email address and returns the ID. Everything in the record comes from the chapter's own staff,
   * so the chapter sees it without a confirmed address.
   */
  async addMet(tx: Tx, { chapterId, by, at, name, phone, locale }: MetPerson): Promise<string> {
    const times = { metAt: at, activeAt: at, createdAt: at, updatedAt: at };
    const volunteerId = await insertRow(tx.manager, Volunteer, { name, phone, locale, ...times });
    await this.recordChapterContact(tx, { volunteerId, chapterId, birthYear: null, bornBy: null, at });
    await recordHistoryEntries(tx, [volunteerId], {
      kind: HistoryKind.PROFILE_CHANGED,
      at,
      by,
      chapterId,
      detail: 'name',
    });
    return volunteerId;
  }

  /** Returns the emergency contact and records the access. The caller must already have checked access. */
  async readEmergencyContact(
    tx: Tx,
    access: { volunteerId: string; signupId: string; chapterId: string; by: string | null; at: Date },
  ): Promise<EmergencyContact | null> {
    const { volunteerId, signupId, chapterId, by, at } = access;
    const kind = HistoryKind.EMERGENCY_CONTACT_READ;
    await recordHistoryEntries(tx, [volunteerId], { kind, at, by, chapterId, detail: signupId });
    return tx.manager.findOneBy(EmergencyContact, { volunteerId });
  }

  /**
   * Returns the emergency contacts of these people by volunteer ID, and records each access. The caller must already
   * have checked access.
   */
  async readEmergencyContacts(
    tx: Tx,
    people: ReadonlyArray<{ volunteerId: string; signupId: string; chapterId: string }>,
    { by, at }: { by: string | null; at: Date },
  ): Promise<Map<string, EmergencyContact>> {
    const volunteerIds = people.map(({ volunteerId }) => volunteerId);
    await tx.query(
      `INSERT INTO volunteers.history (volunteer_id, chapter_id, kind, by_account_id, detail, at)
       SELECT p.volunteer_id, p.chapter_id, $4, $5, p.signup_id::text, $6
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS p (volunteer_id, chapter_id, signup_id)`,
      [
        volunteerIds,
        people.map(({ chapterId }) => chapterId),
        people.map(({ signupId }) => signupId),
        HistoryKind.EMERGENCY_CONTACT_READ,
        by,
        at,
      ],
    );
    const contacts = await tx.manager.findBy(EmergencyContact, { volunteerId: In(volunteerIds) });
    return new Map(contacts.map((contact) => [contact.volunteerId, contact]));
  }

  /**
   * Makes the chapter know a volunteer who signed up with a verified address.
   * Also saves the age they stated, unless the profile has one.
   */
  async recordChapterContact(tx: Tx, { volunteerId, chapterId, birthYear, bornBy, at }: HelpRecord): Promise<void> {
    await tx.query(
      'SELECT volunteers.helped(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[$3::integer], ARRAY[$4::date], $5)',
      [volunteerId, chapterId, birthYear, bornBy, at],
    );
  }
}
