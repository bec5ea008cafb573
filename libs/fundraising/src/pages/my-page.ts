import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { PendingEdit } from '../campaigns/edits/edit.js';
import { PageKind, PageStatus } from './page-status.js';

@ObjectType({ description: 'A page, as whoever made it sees it by their personal link.' })
export class MyPage {
  @Field(() => ID) id!: string;
  @Field(() => PageKind) kind!: PageKind;
  @Field(() => PageStatus) status!: PageStatus;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Markdown, as written.' }) story!: string;
  @Field(() => Money, { nullable: true }) goal!: Money | null;
  @Field(() => Money) raised!: Money;
  @Field(() => Int) giftCount!: number;
  @Field(() => String) ownerName!: string;
  @Field(() => String, { nullable: true }) teamSlug!: string | null;
  @Field(() => String) campaignSlug!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => String) currency!: string;
  @Field(() => PendingEdit, { nullable: true, description: 'New words that are not public yet.' })
  edit!: PendingEdit | null;
  @Field(() => Boolean, { description: 'Whether a mail comes when gifts arrive.' }) giftMails!: boolean;
  @Field(() => Boolean, { description: 'Whether title and story can be changed now.' }) wordsEditable!: boolean;
  @Field(() => String, { nullable: true, description: 'Its public address, once it is live.' })
  publicUrl!: string | null;
}
