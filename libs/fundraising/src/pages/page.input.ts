import { Field, ID, InputType } from '@nestjs/graphql';
import { Locale, type LocaleName, solutionText } from '@upstander/identity';
import { MoneyInput } from '@upstander/ledger';
import { DateTimeScalar, EmailAddressScalar, InputOf } from '@upstander/platform';
import { PageKind, PageStatus } from './page-status.js';
import { CampaignPage } from './page.entity.js';

const words = { story: 'Markdown.' };

@InputType({ description: 'A new page under a campaign; its link comes by mail.' })
export class StartPageInput extends InputOf(CampaignPage, { required: ['title'], optional: ['story'], words }) {
  @Field(() => String) campaignSlug!: string;
  @Field(() => PageKind, { defaultValue: 'personal' }) kind!: PageKind;
  @Field(() => String, { nullable: true, description: 'The team a personal page belongs to.' })
  teamSlug?: string | null;
  @Field(() => MoneyInput, { nullable: true }) goal?: MoneyInput | null;
  @Field(() => String, { description: 'Shown on the page.' }) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: "A supporter's page, by the link in their mail." })
export class PageTokenInput {
  @Field(() => String) token!: string;
}

@InputType({ description: 'What is left out stays as it is; null empties what may be empty.' })
export class EditMyPageInput extends InputOf(CampaignPage, { optional: ['title', 'story', 'giftMails'], words }) {
  @Field(() => String) token!: string;
  @Field(() => MoneyInput, { nullable: true }) goal?: MoneyInput | null;
}

@InputType({ description: 'Whether a page is shown.' })
export class SetPageStatusInput {
  @Field(() => ID) id!: string;
  @Field(() => PageStatus, { description: 'LIVE or HIDDEN.' }) status!: PageStatus;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the page was read: words that were changed since are not shown unread.',
  })
  readAt?: Date | null;
}

@InputType({ description: 'Which pages of a campaign; what is left out does not narrow.' })
export class CampaignPageFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title, or of the name of its owner.' })
  search?: string | null;
  @Field(() => PageKind, { nullable: true, description: 'Only teams, or only personal pages.' })
  kind?: PageKind | null;
  @Field(() => String, { nullable: true, description: 'Only the members of this team.' })
  teamSlug?: string | null;
}
