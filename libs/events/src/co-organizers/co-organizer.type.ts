import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { RecordGrantKind } from '@upstander/identity';
import { DateTimeScalar, EmailAddressScalar } from '@upstander/platform';

@ObjectType({ description: 'A person who works like an organizer on one event, or on the dates of its series.' })
export class CoOrganizer {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
  @Field(() => RecordGrantKind, { description: 'The event alone, or all dates of its series.' })
  kind!: RecordGrantKind;
  @Field(() => DateTimeScalar, { description: 'When they were added.' }) since!: Date;
  @Field(() => String, { nullable: true, description: 'Name of the person who added them; null if deleted.' })
  addedBy!: string | null;
}

@ObjectType({ description: 'A person who can become a co-organizer.' })
export class CoOrganizerCandidate {
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
}

@ObjectType({ description: 'An event or series that the signed-in user co-organizes.' })
export class CoOrganizedEvent {
  @Field(() => ID, { description: 'ID of the event or series.' }) id!: string;
  @Field(() => RecordGrantKind) kind!: RecordGrantKind;
  @Field(() => String) title!: string;
}

@InputType({ description: 'A person who becomes a co-organizer. Without an account, one is created for them.' })
export class AddCoOrganizerInput {
  @Field(() => ID) eventId!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => String, { description: 'Used only for a new account.' }) name!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'True for all dates of the series.' })
  wholeSeries!: boolean;
}
