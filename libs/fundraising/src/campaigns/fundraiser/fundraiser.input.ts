import { Field, InputType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { MoneyInput } from '@upstander/ledger';
import { EmailAddressScalar, LocalDateScalar, TimeZoneScalar } from '@upstander/platform';

@InputType({ description: 'A fundraiser of a supporter; its link comes by mail.' })
export class StartFundraiserInput {
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Markdown.' }) story!: string;
  @Field(() => MoneyInput) goal!: MoneyInput;
  @Field(() => String, { description: 'Shown on the page.' }) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day on which it takes gifts.' })
  endsOn?: string | null;
  @Field(() => TimeZoneScalar, { nullable: true }) timeZone?: string | null;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: "A supporter's fundraiser, by the link in their mail." })
export class FundraiserTokenInput {
  @Field(() => String) token!: string;
}

@InputType({ description: 'What is left out stays as it is; null empties what may be empty.' })
export class EditMyFundraiserInput {
  @Field(() => String) token!: string;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) summary?: string | null;
  @Field(() => String, { nullable: true, description: 'Markdown.' }) story?: string | null;
  @Field(() => MoneyInput, { nullable: true }) goal?: MoneyInput | null;
  @Field(() => LocalDateScalar, { nullable: true }) endsOn?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether a mail comes when gifts arrive.' })
  giftMails?: boolean | null;
}

@InputType({
  description: "News of a supporter's fundraiser, by the link in their mail; it is read before it is shown.",
})
export class PostMyUpdateInput {
  @Field(() => String) token!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Markdown.' }) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
