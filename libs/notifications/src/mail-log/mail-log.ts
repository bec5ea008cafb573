import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, SeenBy } from '@upstander/platform';
import { MailStatus } from '../mails/mail-status.js';
import { Mail } from '../mails/mail.entity.js';

@ObjectType({ description: 'An email that is due, or was sent.' })
export class MailLogEntry extends SeenBy(Mail, 'staff') {
  @Field(() => String) messageId!: string;
  @Field(() => Boolean, {
    description:
      'Tells an advocate or a business that something is waiting. Its kind is “notice”, its times are days (UTC), and its recipient is not shown.',
  })
  isNotice!: boolean;
}

@ObjectType()
export class MailLogConnection extends ConnectionOf(MailLogEntry, 'MailLog') {}

@InputType({ description: 'Which mails; what is left out does not narrow.' })
export class MailLogFilter {
  @Field(() => [MailStatus], { nullable: true }) status?: MailStatus[] | null;
  @Field(() => String, { nullable: true }) template?: string | null;
  @Field(() => String, { nullable: true, description: 'The beginning of an address.' }) recipient?: string | null;
}
