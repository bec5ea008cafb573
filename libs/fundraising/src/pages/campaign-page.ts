import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { PageKind } from './page-status.js';

@ObjectType({ description: 'The page of a team or a person under a campaign.' })
export class CampaignPage {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => PageKind) kind!: PageKind;
  @Field(() => String) title!: string;
  /** Markdown, as written; the API shows it as `storyHtml`. */
  story!: string;
  @Field(() => Money, { nullable: true }) goal!: Money | null;
  @Field(() => Money, { description: "A team's own gifts and those of its members' pages." }) raised!: Money;
  @Field(() => Int) giftCount!: number;
  @Field(() => String, { description: 'The language its owner writes in: en or es.' }) language!: string;
  @Field(() => String) ownerName!: string;
  @Field(() => String, { nullable: true, description: 'The team a personal page belongs to.' })
  teamSlug!: string | null;
  @Field(() => String) campaignSlug!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => Boolean, { description: 'Whether a gift can be given now.' }) acceptsGifts!: boolean;
  @Field(() => String, { description: 'A path on this site.' }) url!: string;
}
