import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ComputedField, ConnectionOf } from '@upstander/platform';
import { ShownSms, SmsStatus } from '../outbox/sms.entity.js';

@ObjectType({ description: 'A text in the log, with its recipient.' })
export class SmsLogEntry extends ShownSms {
  @ComputedField(() => String, { description: 'Email address of the account that the text belongs to.' })
  override recipient!: string;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Last four digits of the number; null once the number is removed.',
  })
  numberEnding!: string | null;
}

@ObjectType()
export class SmsLogConnection extends ConnectionOf(SmsLogEntry, 'SmsLog') {}

@InputType({ description: 'Filter for texts. Omitted fields do not filter.' })
export class SmsLogFilter {
  @Field(() => [SmsStatus], { nullable: true }) status?: SmsStatus[] | null;
  @Field(() => String, { nullable: true, description: "Start of the recipient's email address." }) recipient?:
    string | null;
}
