import { Field, ObjectType } from '@nestjs/graphql';
import { Chapter } from '@upstander/identity';
import { ConnectionOf, SeenBy } from '@upstander/platform';
import { HeldCredential } from '../held-credentials/held-credential.js';
import { Volunteer } from '../profile/volunteer.entity.js';
import { ChapterStanding } from '../standings/standing.args.js';
import { Term } from '../terms/term.entity.js';

@ObjectType('Volunteer', { description: 'A volunteer, as shown to staff of a chapter that knows them.' })
export class ManagedVolunteer extends SeenBy(Volunteer, 'staff', ['birthYear', 'minor']) {
  @Field(() => Boolean, {
    description:
      'True if the volunteer counts as under 18: by their own statement, or until the year after they turn 18.',
  })
  isMinor!: boolean;
  @Field(() => Boolean, { description: 'True if the volunteer ever confirmed their email address.' })
  addressConfirmed!: boolean;
  @Field(() => Chapter, { nullable: true, description: "The volunteer's home chapter." })
  homeChapter!: Chapter | null;
  @Field(() => [Term], { description: 'Skills of the volunteer.' }) skills!: Term[];
  @Field(() => [Term], { description: 'Interests of the volunteer.' }) interests!: Term[];
  @Field(() => [String], { description: "Tags set by staff of the caller's chapters." }) tags!: string[];
  @Field(() => [ChapterStanding], { description: "Standings in the caller's chapters that know the volunteer." })
  standings!: ChapterStanding[];
  @Field(() => [HeldCredential], { description: 'Valid credentials, one per type: the one that expires last.' })
  heldCredentials!: HeldCredential[];
}

@ObjectType()
export class VolunteerConnection extends ConnectionOf(ManagedVolunteer, 'Volunteer') {}

@ObjectType({ description: 'A volunteer with staff notes and history.' })
export class VolunteerProfile extends ManagedVolunteer {}
