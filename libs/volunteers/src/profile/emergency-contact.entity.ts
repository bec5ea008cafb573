import { ObjectType } from '@nestjs/graphql';
import { Instant, BelongsToPerson, PersonName, Phone, Text } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

const seenBy = 'anyone';

/** Emergency contact of a volunteer, in its own table so that lists never read it. */
@ObjectType({ description: 'Emergency contact of a volunteer.' })
@Entity({ schema: 'volunteers', name: 'emergency_contact' })
export class EmergencyContact {
  @BelongsToPerson('volunteers.volunteer') @PrimaryColumn('uuid') volunteerId!: string;
  @PersonName({ seenBy, max: 120, required: true }) name!: string;
  @Phone({ seenBy, description: 'Phone number in E.164 format.' }) phone!: string;
  @Text({ seenBy, max: 60, nullable: true, description: 'Relationship to the volunteer, for example sister.' })
  relation!: string | null;
  @Instant() updatedAt!: Date;
}
