import { Field, ID, InputType } from '@nestjs/graphql';
import { Locale, type LocaleName, solutionText } from '@upstander/identity';
import { MoneyInput } from '@upstander/ledger';
import { DateTimeScalar, EmailAddressScalar, InputOf } from '@upstander/platform';
import { PageKind, PageStatus } from '../campaigns/page-status.js';
import { CampaignPage } from '../campaigns/page.entity.js';

const words = { story: 'Text in Markdown.' };

@InputType({ description: 'A new fundraising page under a campaign. A link to manage it is emailed.' })
export class StartPageInput extends InputOf(CampaignPage, { required: ['title'], optional: ['story'], words }) {
  @Field(() => String) campaignSlug!: string;
  @Field(() => PageKind, { defaultValue: 'personal' }) kind!: PageKind;
  @Field(() => String, { nullable: true, description: 'Slug of the team page a personal page belongs to.' })
  teamSlug?: string | null;
  @Field(() => MoneyInput, { nullable: true }) goal?: MoneyInput | null;
  @Field(() => String, { description: 'Name shown on the page.' }) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: "A supporter's fundraising page, identified by the link in their email." })
export class PageTokenInput {
  @Field(() => String) token!: string;
}

@InputType({ description: 'Omitted fields stay unchanged; null clears an optional field.' })
export class EditMyPageInput extends InputOf(CampaignPage, { optional: ['title', 'story', 'giftMails'], words }) {
  @Field(() => String) token!: string;
  @Field(() => MoneyInput, { nullable: true }) goal?: MoneyInput | null;
}

@InputType({ description: 'Visibility of a fundraising page.' })
export class SetPageStatusInput {
  @Field(() => ID) id!: string;
  @Field(() => PageStatus, { description: 'LIVE or HIDDEN.' }) status!: PageStatus;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the page was reviewed. Later edits are not published.',
  })
  readAt?: Date | null;
}

@InputType({ description: 'Filter for the pages of a campaign. Omitted fields do not filter.' })
export class CampaignPageFilter {
  @Field(() => String, { nullable: true, description: "Part of the title or the owner's name." })
  search?: string | null;
  @Field(() => PageKind, { nullable: true, description: 'Only team pages, or only personal pages.' })
  kind?: PageKind | null;
  @Field(() => String, { nullable: true, description: 'Only member pages of this team.' })
  teamSlug?: string | null;
}
