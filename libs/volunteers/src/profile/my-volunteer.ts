import { Field, ObjectType } from '@nestjs/graphql';
import { Chapter } from '@upstander/identity';
import { EmailAddressScalar, SeenBy } from '@upstander/platform';
import { Term } from '../terms/term.entity.js';
import { EmergencyContact } from './emergency-contact.entity.js';
import { Volunteer } from './volunteer.entity.js';

@ObjectType({ description: 'A volunteer profile, as shown to the volunteer.' })
export class MyVolunteer extends SeenBy(Volunteer, 'owner', ['email']) {
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Chapter, { nullable: true, description: "The volunteer's home chapter." })
  homeChapter!: Chapter | null;
  @Field(() => [Term], { description: 'Skills of the volunteer.' }) skills!: Term[];
  @Field(() => [Term], { description: 'Interests of the volunteer.' }) interests!: Term[];
  @Field(() => EmergencyContact, { nullable: true, description: 'Emergency contact of the volunteer.' })
  emergencyContact!: EmergencyContact | null;
  @Field(() => Boolean, {
    description: 'True if the volunteer receives group messages from staff and a summary of their hours each January.',
  })
  getsMessages!: boolean;
}
