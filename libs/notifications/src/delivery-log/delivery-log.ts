import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ComputedField, ConnectionOf, SeenBy } from '@upstander/platform';
import { MailStatus } from '../mails/mail-status.js';
import { Mail } from '../mails/mail.entity.js';
import { ShownSms, SmsStatus } from '../sms/outbox/sms.entity.js';

@ObjectType({ description: 'An email, due or sent.' })
export class MailLogEntry extends SeenBy(Mail, 'staff') {
  @Field(() => String) messageId!: string;
  @Field(() => Boolean, {
    description:
      'True for a notice to an advocate or business that something is waiting. Its kind is “notice”, its times are days (UTC), and its recipient is hidden.',
  })
  isNotice!: boolean;
}

@ObjectType()
export class MailLogConnection extends ConnectionOf(MailLogEntry, 'MailLog') {}

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

@InputType({ isAbstract: true })
export abstract class DeliveryLogFilter {
  abstract status?: string[] | null;
  @Field(() => String, { nullable: true }) template?: string | null;
  @Field(() => String, { nullable: true, description: "Start of the recipient's email address." }) recipient?:
    | string
    | null;
}

@InputType({ description: 'Filter for emails. Omitted fields do not filter.' })
export class MailLogFilter extends DeliveryLogFilter {
  @Field(() => [MailStatus], { nullable: true }) status?: MailStatus[] | null;
}

@InputType({ description: 'Filter for texts. Omitted fields do not filter.' })
export class SmsLogFilter extends DeliveryLogFilter {
  @Field(() => [SmsStatus], { nullable: true }) status?: SmsStatus[] | null;
}
