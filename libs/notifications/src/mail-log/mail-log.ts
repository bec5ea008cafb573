import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, SeenBy } from '@upstander/platform';
import { MailStatus } from '../mails/mail-status.js';
import { Mail } from '../mails/mail.entity.js';

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

@InputType({ description: 'Filter for emails. Omitted fields do not filter.' })
export class MailLogFilter {
  @Field(() => [MailStatus], { nullable: true }) status?: MailStatus[] | null;
  @Field(() => String, { nullable: true }) template?: string | null;
  @Field(() => String, { nullable: true, description: "Start of the recipient's email address." }) recipient?:
    string | null;
}
