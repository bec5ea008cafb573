import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { DateTimeScalar, PhoneNumber } from '@upstander/platform';
import { SmsChannel } from './sms-channel.js';

@ObjectType({ description: 'If and how a person gets texts about their sign-ups.' })
export class SmsPreference {
  @Field(() => Boolean, { description: 'True if the organization sends texts.' }) isAvailable!: boolean;
  @Field(() => SmsChannel, { description: 'The current choice.' }) channel!: SmsChannel;
  @Field(() => PhoneNumber, {
    nullable: true,
    description: 'Number that gets texts; null if none does, and for readers who aren’t signed in.',
  })
  number!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Time of the consent; null without one.' })
  since!: Date | null;
  @Field(() => PhoneNumber, {
    nullable: true,
    description: 'Number that a code was sent to and that isn’t confirmed yet; null if there is none.',
  })
  pendingNumber!: string | null;
  @Field(() => Boolean, { description: 'True if the code could not be delivered to the pending number.' })
  hasCodeFailed!: boolean;
  @Field(() => String, { description: 'What a person who wants texts agrees to, in English.' }) wording!: string;
  @Field(() => String, { description: 'The same in Spanish.' }) wordingEs!: string;
  @Field(() => String, { description: 'Version of the wording, to send with the consent.' }) wordingVersion!: string;
}

@InputType({ description: 'A request for texts. A code is sent to the number.' })
export class RequestSmsCodeInput {
  @Field(() => String, { description: 'Mobile number in the United States or Canada, as typed.' }) number!: string;
  @Field(() => SmsChannel, { description: 'TEXT or BOTH.' }) channel!: SmsChannel;
  @Field(() => Locale, { description: 'Language of the wording that was shown, and of the texts.' })
  locale!: LocaleName;
  @Field(() => String, { description: 'Version of the wording that was shown and agreed to.' }) wordingVersion!: string;
}

@InputType({ description: 'A choice between email and texts.' })
export class UpdateSmsPreferenceInput {
  @Field(() => String, { nullable: true, description: "Token of the personal link; null for the caller's account." })
  token?: string | null;
  @Field(() => SmsChannel, { description: 'EMAIL ends the consent to texts. A personal link allows only this.' })
  channel!: SmsChannel;
}
