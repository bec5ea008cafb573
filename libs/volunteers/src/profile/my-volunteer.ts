import { Field, ObjectType } from '@nestjs/graphql';
import { Chapter } from '@upstander/identity';
import { SeenBy } from '@upstander/platform';
import { Term } from '../terms/term.entity.js';
import { EmergencyContact } from './emergency-contact.entity.js';
import { Volunteer } from './volunteer.entity.js';

@ObjectType({ description: 'A volunteer, as they see themselves.' })
export class MyVolunteer extends SeenBy(Volunteer, 'owner') {
  @Field(() => Chapter, { nullable: true, description: 'The chapter they say they belong to.' })
  homeChapter!: Chapter | null;
  @Field(() => [Term], { description: 'What they can do.' }) skills!: Term[];
  @Field(() => [Term], { description: 'What they like to do.' }) interests!: Term[];
  @Field(() => EmergencyContact, { nullable: true, description: 'Whom to call if something happens.' })
  emergencyContact!: EmergencyContact | null;
  @Field(() => Boolean, {
    description: 'Whether they get what staff write to several volunteers, and their hours each January.',
  })
  getsMessages!: boolean;
}
