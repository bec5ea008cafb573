import { ObjectType } from '@nestjs/graphql';
import {
  Instant,
  BelongsToPerson,
  PersonName,
  Phone,
  Text,
  PersonalData,
  personal,
  deletedWithRow,
} from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';
import { ofVolunteer } from '../volunteer-data.js';

const seenBy = 'anyone';

/** Emergency contact of a volunteer, in its own table so that lists never read it. */
@ObjectType({ description: 'Emergency contact of a volunteer.' })
@PersonalData({
  noun: 'emergency contacts',
  of: ofVolunteer,
  erasure: 'volunteer',
  kept: 'as long as the profile',
  seenBy: 'the person; organizers of the chapter, from a day before to a day after a shift',
  columns: {
    name: personal.contact(deletedWithRow),
    phone: personal.contact(deletedWithRow),
    relation: personal.content(deletedWithRow),
  },
  also: { updated_at: 't.updated_at' },
})
@Entity({ schema: 'volunteers', name: 'emergency_contact' })
export class EmergencyContact {
  @BelongsToPerson() @PrimaryColumn('uuid') volunteerId!: string;
  @PersonName({ seenBy, max: 120, required: true }) name!: string;
  @Phone({ seenBy, description: 'Phone number in E.164 format.' }) phone!: string;
  @Text({ seenBy, max: 60, nullable: true, description: 'Relationship to the volunteer, for example sister.' })
  relation!: string | null;
  @Instant() updatedAt!: Date;
}
