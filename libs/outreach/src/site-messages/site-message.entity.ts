import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName, solutionText } from '@upstander/identity';
import {
  Answer,
  Bytes,
  Choice,
  ConnectionOf,
  Email,
  enumOf,
  type EnumOf,
  Id,
  InputOf,
  Instant,
  LongText,
  PersonName,
  Ref,
  SeenBy,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const SiteMessageStatus = enumOf('SiteMessageStatus', 'Whether somebody has seen to a message.', {
  open: 'Nobody has yet.',
  answered: 'Somebody has.',
});
export type SiteMessageStatus = EnumOf<typeof SiteMessageStatus>;

const seenBy = 'staff';

/** What somebody wrote on the site to the organisation, or to a chapter. */
@Entity({ schema: 'outreach', name: 'site_message' })
export class SiteMessage {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy, nullable: true, description: 'The chapter it is for; null for the organisation.' })
  chapterId!: string | null;
  @PersonName({ seenBy, max: 80, required: true, description: 'Who wrote, as they typed it.' }) name!: string;
  @Email({ seenBy, description: 'Where they want an answer; nobody verified it.' }) email!: string;
  @LongText({ seenBy, max: 4000, required: true, description: 'What they wrote, as plain text.' }) body!: string;
  @Choice(Locale, { seenBy, description: 'The language of the page they wrote on.' }) language!: LocaleName;
  @Choice(SiteMessageStatus, { seenBy, default: 'open', description: 'Whether somebody has seen to it.' })
  status!: SiteMessageStatus;
  @Instant({ seenBy, nullable: true, description: 'When somebody said that it is answered.' }) answeredAt!: Date | null;
  @Ref({ nullable: true }) answeredBy!: string | null;
  @Bytes() formHash!: Buffer;
  @Instant({ seenBy, precision: 3, description: 'When it came.' }) receivedAt!: Date;
}

@ObjectType({ description: 'A message from the site, as staff see it.' })
export class ManagedSiteMessage extends SeenBy(SiteMessage, 'staff') {
  @Answer(() => String, { nullable: true, description: 'The chapter it is for; null for the organisation.' })
  chapterName!: string | null;
  @Answer(() => String, { nullable: true, description: 'Who said that it is answered.' })
  answeredByName!: string | null;
}

@ObjectType({ description: 'A page of messages from the site, the last first.' })
export class SiteMessageConnection extends ConnectionOf(ManagedSiteMessage, 'ManagedSiteMessage') {}

@InputType({ description: 'A message to the organisation, or to a chapter.' })
export class SendSiteMessageInput extends InputOf(SiteMessage, {
  required: ['name', 'email', 'body', 'language'],
  optional: ['chapterId'],
}) {
  @Field(() => String, { description: 'What `siteMessageForm` answered when the form was made.' }) form!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Stays empty: people do not see this field, programs that fill in every form do.',
  })
  website?: string | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
}

@InputType({ description: 'Which messages; what is left out does not narrow.' })
export class SiteMessageFilter {
  @Field(() => SiteMessageStatus, { nullable: true, description: 'Only those that are so.' })
  status?: SiteMessageStatus | null;
  @Field(() => ID, { nullable: true, description: 'Only those to this chapter.' }) chapterId?: string | null;
  @Field(() => String, { nullable: true, description: 'A part of the name, the address or the text.' })
  search?: string | null;
}
