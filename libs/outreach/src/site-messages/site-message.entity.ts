import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Locale, solutionText, RecordName, type LocaleName } from '@upstander/identity';
import {
  ComputedField,
  BelongsToPerson,
  Bytes,
  Choice,
  ConnectionOf,
  Email,
  enumOf,
  type EnumOf,
  Flag,
  Id,
  InputOf,
  Instant,
  Lines,
  LongText,
  PersonName,
  Ref,
  SeenBy,
  PersonalData,
  personal,
  deletedWithRow,
  splitColumns,
  Text,
} from '@upstander/platform';
import { volunteersOfAddress } from '@upstander/volunteers';
import { Entity } from 'typeorm';

export const SiteMessageStatus = enumOf('SiteMessageStatus', 'Status of a message from the site, or of a reply.', {
  open: 'Not answered yet.',
  answered: 'Answered.',
});
export type SiteMessageStatus = EnumOf<typeof SiteMessageStatus>;

const seenBy = 'staff';

@PersonalData({
  noun: 'messages to us',
  of: { visitor: 't.email = $1', volunteer: `t.volunteer_id IN (${volunteersOfAddress})` },
  erasure: 'row',
  kept: 'a year after it was answered, or two years without an answer',
  forgotten: { erasureScope: 'row', after: 365, since: `least(t.answered_at, t.received_at + interval '365 days')` },
  about: ['t.id', 't.volunteer_id'],
  seenBy: 'organizers of the chapter that received it',
  columns: {
    name: personal.contact(deletedWithRow),
    email: personal.contact(deletedWithRow),
    body: personal.content(deletedWithRow),
    subject: personal.content(deletedWithRow),
    quoted: personal.content(deletedWithRow),
    sent_from: personal.contact(deletedWithRow),
    attachment_names: personal.content(deletedWithRow),
  },
  also: { status: 't.status', received_at: 't.received_at' },
  codes: { status: 'siteMessageStatus' },
  others: splitColumns('language status form_hash'),
})
@RecordName('siteMessage', {
  also: ['siteMessageStatus'],
  sql: 'SELECT id, name FROM outreach.site_message WHERE id = ANY ($1::uuid[])',
  path: ({ name }) => `/site-messages?text=${encodeURIComponent(name!)}`,
})
@Entity({ schema: 'outreach', name: 'site_message' })
export class SiteMessage {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy, nullable: true, description: 'ID of the chapter it is addressed to; null for the organization.' })
  chapterId!: string | null;
  @PersonName({ seenBy, max: 80, required: true, description: 'Name of the sender, as entered.' }) name!: string;
  @Email({ seenBy, description: 'Email address for the answer; not verified.' }) email!: string;
  @LongText({ seenBy, max: 4000, required: true, description: 'The message, as plain text.' }) body!: string;
  @Choice(Locale, { seenBy, description: 'Language of the page it was sent from.' }) language!: LocaleName;
  @Choice(SiteMessageStatus, { seenBy, default: 'open', description: 'Status of the message.' })
  status!: SiteMessageStatus;
  @Instant({ seenBy, nullable: true, description: 'When it was marked as answered.' }) answeredAt!: Date | null;
  @Ref({ nullable: true }) answeredBy!: string | null;
  @BelongsToPerson()
  @Ref({
    seenBy,
    nullable: true,
    description: 'ID of the volunteer who replied; null for participants and messages from the site.',
  })
  volunteerId!: string | null;
  @Ref({ seenBy, nullable: true, description: 'ID of the answered message to this person; null if it is no reply.' })
  replyToId!: string | null;
  @Ref({ seenBy, nullable: true, description: "ID of the answered message to an event's people; null for others." })
  eventMessageId!: string | null;
  @Text({ seenBy, max: 150, nullable: true, description: 'Email subject of a reply.' }) subject!: string | null;
  @LongText({
    seenBy,
    max: 20_000,
    nullable: true,
    description: 'Quoted text and signature of a reply, which are not part of `body`.',
  })
  quoted!: string | null;
  @Text({ seenBy, max: 254, nullable: true, description: 'Address a reply was sent from, if it is not `email`.' })
  sentFrom!: string | null;
  @Lines({ seenBy, max: 50, longest: 200, description: 'Names of files attached to a reply. The files are not kept.' })
  attachmentNames!: string[];
  @Flag({ seenBy, default: false, description: 'True for an automatic reply, for example out of office.' })
  isAutomatic!: boolean;
  @Bytes() formHash!: Buffer;
  @Instant({ seenBy, precision: 3, description: 'When it was received.' }) receivedAt!: Date;
}

@ObjectType({ description: 'A message from the site or a reply to an email, as shown to staff.' })
export class ManagedSiteMessage extends SeenBy(SiteMessage, 'staff') {
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the chapter it is addressed to; null for the organization.',
  })
  chapterName!: string | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of the person who marked it as answered.' })
  answeredByName!: string | null;
}

@ObjectType({ description: 'A page of messages from the site and replies, newest first.' })
export class SiteMessageConnection extends ConnectionOf(ManagedSiteMessage, 'ManagedSiteMessage') {}

@InputType({ description: 'A message to the organization or a chapter.' })
export class SendSiteMessageInput extends InputOf(SiteMessage, {
  required: ['name', 'email', 'body', 'language'],
  optional: ['chapterId'],
}) {
  @Field(() => String, { description: 'Form token returned by `siteMessageForm`.' }) form!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Honeypot field, hidden from people. Leave it empty.',
  })
  website?: string | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
}

@InputType({ description: 'Filter for messages. Omitted fields do not filter.' })
export class SiteMessageFilter {
  @Field(() => SiteMessageStatus, { nullable: true, description: 'Only messages with this status.' })
  status?: SiteMessageStatus | null;
  @Field(() => ID, { nullable: true, description: 'Only messages to this chapter.' }) chapterId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for replies only, false for messages from the site only.',
  })
  isReply?: boolean | null;
  @Field(() => ID, { nullable: true, description: "Only replies to this message to an event's people." })
  eventMessageId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Only replies to these messages to one person, at most 200.' })
  replyToIds?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Part of the name, email address, or text.' })
  search?: string | null;
}
