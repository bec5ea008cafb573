import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { badInput, enumOf, isUuid, type EnumOf } from '@upstander/platform';

export const maxSelectedSignups = 1_000;

export const EventAudienceKind = enumOf('EventAudienceKind', 'People of an event.', {
  everyone: 'Everyone with a sign-up that was not canceled and has not expired.',
  with_spot: 'People with a spot. Unconfirmed sign-ups of visitors do not count.',
  waitlist: 'People on the waitlist, including those with an offer.',
  unconfirmed: 'People who have not confirmed their email address.',
  attended: 'People who were checked in.',
  groups: 'Contacts of groups whose sign-up was not canceled and has not expired.',
  selected: 'The sign-ups in `signupIds`.',
  participants: 'Participants whose registration was not canceled and has not expired.',
  participants_registered: 'Participants with a spot. Unconfirmed registrations do not count.',
  participants_waitlist: 'Participants on the waitlist.',
  participants_arrived: 'Participants who arrived, alone or with others of their party.',
  volunteers_and_participants: 'Everyone with a sign-up or a registration. Someone with both gets one email.',
});
export type EventAudienceKind = EnumOf<typeof EventAudienceKind>;

const participantKinds: readonly EventAudienceKind[] = [
  EventAudienceKind.PARTICIPANTS,
  EventAudienceKind.PARTICIPANTS_REGISTERED,
  EventAudienceKind.PARTICIPANTS_WAITLIST,
  EventAudienceKind.PARTICIPANTS_ARRIVED,
  EventAudienceKind.VOLUNTEERS_AND_PARTICIPANTS,
];

export function includesParticipants(kind: EventAudienceKind): boolean {
  return participantKinds.includes(kind);
}

export const LeftOutReason = enumOf('LeftOutReason', 'Why a person in an audience gets no email.', {
  no_email: 'No email address is known.',
  ended: 'The sign-up or registration was canceled or has expired.',
  undeliverable: 'An earlier email to the address bounced, or the recipient marked it as spam.',
  opted_out: 'The event is over, and the person opted out of group messages.',
});
export type LeftOutReason = EnumOf<typeof LeftOutReason>;

@InputType({ description: 'People of an event, optionally only those on some of its shifts.' })
export class EventAudienceInput {
  @Field(() => EventAudienceKind) kind!: EventAudienceKind;
  @Field(() => [ID], {
    nullable: true,
    description: 'IDs of shifts, at most 100. Omit for all shifts, and for participants.',
  })
  shiftIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'IDs of sign-ups, at most 1,000. Only with SELECTED.' })
  signupIds?: string[] | null;
}

@ObjectType({ description: 'Number of people in an audience.' })
export class AudienceSize {
  @Field(() => EventAudienceKind) kind!: EventAudienceKind;
  @Field(() => Int, { description: 'Number of people who would get an email.' }) people!: number;
}

@ObjectType({ description: 'A person in an audience who would get no email.' })
export class LeftOutPerson {
  @Field(() => ID, { nullable: true, description: 'ID of the sign-up; null for participants.' })
  signupId!: string | null;
  @Field(() => ID, { nullable: true, description: 'ID of the registration; null for volunteers.' })
  registrationId!: string | null;
  @Field(() => String) name!: string;
  @Field(() => LeftOutReason) reason!: LeftOutReason;
}

@ObjectType({ description: 'People who would get a message if it were sent now.' })
export class EventAudience {
  @Field(() => Int, { description: 'Number of people who would get an email; several shifts count once.' })
  people!: number;
  @Field(() => Int, { description: 'Number of them who read Spanish.' }) spanish!: number;
  @Field(() => Int, { description: 'Number of people who would get no email.' }) leftOutCount!: number;
  @Field(() => [LeftOutPerson], { description: 'People who would get no email, by name; at most 100.' })
  leftOut!: LeftOutPerson[];
  @Field(() => Boolean, {
    description: "True if replies arrive under messages; otherwise the event's contact gets them.",
  })
  receivesReplies!: boolean;
  @Field(() => [AudienceSize], {
    description: 'Sizes of the other audiences. Those of volunteers are on the same shifts.',
  })
  sizes!: AudienceSize[];
}

/** The audience of a message, with distinct IDs. */
export interface Audience {
  kind: EventAudienceKind;
  shiftIds: string[];
  signupIds: string[];
}

/** @throws Refusal BAD_INPUT */
export function readAudience({ kind, shiftIds, signupIds }: EventAudienceInput): Audience {
  const audience = {
    kind,
    shiftIds: distinctIds(shiftIds ?? [], 'audience.shiftIds', 100),
    signupIds: distinctIds(signupIds ?? [], 'audience.signupIds', maxSelectedSignups),
  };
  if ((kind === EventAudienceKind.SELECTED) !== audience.signupIds.length > 0)
    throw badInput({ 'audience.signupIds': kind === EventAudienceKind.SELECTED ? 'required' : 'not-allowed' });
  if (includesParticipants(kind) && audience.shiftIds.length > 0)
    throw badInput({ 'audience.shiftIds': 'not-allowed' });
  return audience;
}

function distinctIds(ids: readonly string[], field: string, max: number): string[] {
  if (ids.length > max) throw badInput({ [field]: 'too-many' });
  if (!ids.every(isUuid)) throw badInput({ [field]: 'not-an-id' });
  return [...new Set(ids.map((id) => id.toLowerCase()))].sort();
}
