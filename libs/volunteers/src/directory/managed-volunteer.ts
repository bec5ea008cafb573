import { Field, ObjectType } from '@nestjs/graphql';
import { Chapter } from '@upstander/identity';
import { ConnectionOf, SeenBy } from '@upstander/platform';
import { HeldCredential } from '../credentials/credential.entity.js';
import { Volunteer } from '../profile/volunteer.entity.js';
import { ChapterStanding } from '../standings/standing.args.js';
import { Term } from '../terms/term.entity.js';

@ObjectType('Volunteer', { description: 'A volunteer, as the staff of a chapter that knows them sees them.' })
export class ManagedVolunteer extends SeenBy(Volunteer, 'staff', ['birthYear', 'minor']) {
  @Field(() => Boolean, {
    description: 'Whether they count as under 18: as they said, or until the year after the one in which they turn 18.',
  })
  isMinor!: boolean;
  @Field(() => Boolean, { description: 'Whether the owner of the address has confirmed it; once is for life.' })
  addressConfirmed!: boolean;
  @Field(() => Chapter, { nullable: true, description: 'The chapter they say they belong to.' })
  homeChapter!: Chapter | null;
  @Field(() => [Term], { description: 'What they can do.' }) skills!: Term[];
  @Field(() => [Term], { description: 'What they like to do.' }) interests!: Term[];
  @Field(() => [String], { description: 'The tags that staff of your chapters gave them.' }) tags!: string[];
  @Field(() => [ChapterStanding], { description: 'What they are in those of your chapters that know them.' })
  standings!: ChapterStanding[];
  @Field(() => [HeldCredential], { description: 'What they have that counts today, of each type what lasts longest.' })
  heldCredentials!: HeldCredential[];
}

@ObjectType()
export class VolunteerConnection extends ConnectionOf(ManagedVolunteer, 'Volunteer') {}

@ObjectType({ description: 'A volunteer with what staff wrote and what happened.' })
export class VolunteerProfile extends ManagedVolunteer {}
