import { ObjectType } from '@nestjs/graphql';
import { Instant, OfPerson, PersonName, Phone, Text } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

const seenBy = 'anyone';

/**
 * Whom to call if something happens: a table of its own, so that no list ever reads it. The volunteer sees it, and the
 * organizer of a shift they are on around its day (`emergencyContact`).
 */
@ObjectType({ description: 'Whom to call if something happens.' })
@Entity({ schema: 'volunteers', name: 'emergency_contact' })
export class EmergencyContact {
  @OfPerson('volunteers.volunteer') @PrimaryColumn('uuid') volunteerId!: string;
  @PersonName({ seenBy, max: 120, required: true }) name!: string;
  @Phone({ seenBy, description: 'In E.164.' }) phone!: string;
  @Text({ seenBy, max: 60, nullable: true, description: 'Who that is to them, such as a sister.' })
  relation!: string | null;
  @Instant() updatedAt!: Date;
}
