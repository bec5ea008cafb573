import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { DateTimeScalar, EmailAddressScalar } from '@upstander/platform';
import { PendingEdit } from '../campaigns/edits/edit.js';
import { PageKind, PageStatus } from './page-status.js';

@ObjectType({ description: 'A page, as those who look after its campaign see it.' })
export class ManagedPage {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => PageKind) kind!: PageKind;
  @Field(() => PageStatus) status!: PageStatus;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Markdown, as written.' }) story!: string;
  @Field(() => Money, { nullable: true }) goal!: Money | null;
  @Field(() => Money) raised!: Money;
  @Field(() => Int) giftCount!: number;
  @Field(() => String) ownerName!: string;
  @Field(() => EmailAddressScalar) ownerEmail!: string;
  @Field(() => String, { nullable: true }) teamSlug!: string | null;
  @Field(() => PendingEdit, { nullable: true, description: 'New words that wait for somebody to read them.' })
  edit!: PendingEdit | null;
  @Field(() => DateTimeScalar) createdAt!: Date;
}
