import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, EmailAddressScalar } from '@upstander/platform';

/** The states of a mail, by the names the API gives them. */
export enum MailState {
  DUE = 'due',
  SENDING = 'sending',
  SENT = 'sent',
  FAILED = 'failed',
  BOUNCED = 'bounced',
  SKIPPED = 'skipped',
}

registerEnumType(MailState, {
  name: 'MailStatus',
  description: 'Where a mail stands.',
  valuesMap: {
    FAILED: { description: 'Given up: it was tried for as long as we try, or could not be written.' },
    BOUNCED: { description: 'The mail server refused it for good.' },
    SKIPPED: { description: 'What it was about was gone or over when its turn came.' },
  },
});

@ObjectType({ description: 'A mail we owe somebody, or have sent.' })
export class MailLogEntry {
  @Field(() => ID) id!: string;
  @Field(() => String) template!: string;
  @Field(() => EmailAddressScalar) recipient!: string;
  @Field(() => MailState) status!: MailState;
  @Field(() => Int) attempts!: number;
  @Field(() => DateTimeScalar) dueAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) sentAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'What the mail server said.' }) lastError!: string | null;
  @Field(() => String) messageId!: string;
  createdAt!: Date;
}

@ObjectType()
export class MailLogConnection extends ConnectionOf(MailLogEntry, 'MailLog') {}

@InputType({ description: 'Which mails; what is left out does not narrow.' })
export class MailLogFilter {
  @Field(() => [MailState], { nullable: true }) status?: MailState[] | null;
  @Field(() => String, { nullable: true }) template?: string | null;
  @Field(() => String, { nullable: true, description: 'The beginning of an address.' }) recipient?: string | null;
}
