import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { LocalDateScalar, TimeZoneScalar } from '@upstander/platform';
import { PendingEdit } from '../edits/edit.js';
import { ManagedUpdate } from '../../updates/campaign-update.js';
import { CampaignStatus } from '../campaign-status.js';

@ObjectType({ description: 'A campaign, as the supporter who started it sees it by their personal link.' })
export class MyFundraiser {
  @Field(() => ID) id!: string;
  @Field(() => CampaignStatus) status!: CampaignStatus;
  @Field(() => String, { nullable: true, description: 'What the reviewer wrote last.' }) reviewNote!: string | null;
  @Field(() => String) title!: string;
  @Field(() => String) summary!: string;
  @Field(() => String, { description: 'Markdown, as written.' }) story!: string;
  @Field(() => String) language!: string;
  @Field(() => String) currency!: string;
  @Field(() => Money) goal!: Money;
  @Field(() => Money) raised!: Money;
  @Field(() => Int) giftCount!: number;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => LocalDateScalar, { nullable: true }) endsOn!: string | null;
  @Field(() => String) organizerName!: string;
  @Field(() => String) beneficiaryName!: string;
  @Field(() => PendingEdit, { nullable: true, description: 'New words that are not public yet.' })
  edit!: PendingEdit | null;
  @Field(() => Boolean, { description: 'Whether title, summary and story can be changed now.' })
  wordsEditable!: boolean;
  @Field(() => Boolean, { description: 'Whether goal and last day can be changed now.' }) editable!: boolean;
  @Field(() => Boolean, { description: 'Whether news can be written now.' }) mayPostUpdates!: boolean;
  @Field(() => Boolean, { description: 'Whether a mail comes when gifts arrive.' }) giftMails!: boolean;
  @Field(() => [ManagedUpdate]) updates!: ManagedUpdate[];
  @Field(() => String, { nullable: true, description: 'Its public address, once it was public.' })
  publicUrl!: string | null;
}
