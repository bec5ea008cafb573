import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';
import { IsNull } from 'typeorm';
import { HistoryKind } from '../history/history.entity.js';
import { noteHistory } from '../history/history.js';
import { EmergencyContact } from './emergency-contact.entity.js';
import { Volunteer } from './volunteer.entity.js';

/** What somebody said about themselves, on a form whose address they have now verified. */
export interface ProvenPerson extends Pick<Volunteer, 'name' | 'phone' | 'locale'> {
  volunteerId: string;
  at: Date;
}

/** For what chapter somebody signed up, and what they said of their age. */
export interface Helping extends Pick<Volunteer, 'birthYear' | 'bornBy'> {
  volunteerId: string;
  chapterId: string;
  at: Date;
}

/** The people who help, for the libraries that need them. */
@Injectable()
export class Volunteers {
  /**
   * The owner of an address followed a link sent to it. The first time, what they typed replaces what anybody may have
   * typed before; later their row stays as they have it.
   */
  async verify(tx: Tx, { volunteerId, at, name, phone, locale }: ProvenPerson): Promise<void> {
    const { affected } = await tx.manager.update(
      Volunteer,
      { id: volunteerId, verifiedAt: IsNull() },
      { verifiedAt: at, name, phone, locale },
    );
    if (affected) await noteHistory(tx, [volunteerId], { kind: HistoryKind.ADDRESS_CONFIRMED, at });
  }

  /** Whom to call, for an organizer who may know now (the caller's to say): a line of the history says who looked. */
  async readEmergencyContact(
    tx: Tx,
    asked: { volunteerId: string; signupId: string; chapterId: string; by: string | null; at: Date },
  ): Promise<EmergencyContact | null> {
    const { volunteerId, signupId, chapterId, by, at } = asked;
    const kind = HistoryKind.EMERGENCY_CONTACT_READ;
    await noteHistory(tx, [volunteerId], { kind, at, by, chapterId, detail: signupId });
    return tx.manager.findOneBy(EmergencyContact, { volunteerId });
  }

  /**
   * They signed up for something of a chapter, by an address that is theirs: from now on its staff know them. What they
   * said of their age is learnt; what they said before stays.
   */
  async helps(tx: Tx, { volunteerId, chapterId, birthYear, bornBy, at }: Helping): Promise<void> {
    await tx.query(
      'SELECT volunteers.helped(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[$3::integer], ARRAY[$4::date], $5)',
      [volunteerId, chapterId, birthYear, bornBy, at],
    );
  }
}
