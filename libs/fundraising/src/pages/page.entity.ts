import { Int, ObjectType } from '@nestjs/graphql';
import type { LocaleName } from '@upstander/identity';
import { MinorAmount, Money } from '@upstander/ledger';
import {
  Answer,
  Choice,
  ConnectionOf,
  Count,
  Email,
  Flag,
  Id,
  Instant,
  Language,
  Markdown,
  PersonName,
  Ref,
  Slug,
  Text,
  Status,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { StoredEdit } from '../campaigns/edits/edit.js';
import { PageKind, PageStatus } from './page-status.js';

const seenBy = 'anyone';

@ObjectType({ description: 'The page of a team or a person under a campaign.' })
@Entity({ schema: 'fundraising', name: 'page' })
export class CampaignPage extends StoredEdit {
  @Id({ seenBy }) id!: string;
  @Ref() campaignId!: string;
  @Ref({ nullable: true }) teamId!: string | null;
  @Choice(PageKind, { seenBy }) kind!: PageKind;
  @Status(PageStatus, { seenBy: 'owner' }) status!: PageStatus;
  @Slug({ seenBy }) slug!: string;
  @Text({ seenBy, max: 120 }) title!: string;
  /** Everybody reads it as `storyHtml`. */
  @Markdown({ seenBy: 'owner', max: 10_000, default: '', description: 'Markdown, as written.' }) story!: string;
  @MinorAmount({ nullable: true }) goalMinor!: string | null;
  @Answer(() => Money, { nullable: true }) goal!: Money | null;
  @Answer(() => Money, { description: "A team's own gifts and those of its members' pages." }) raised!: Money;
  @Answer(() => Int) giftCount!: number;
  @PersonName({ seenBy, max: 80 }) ownerName!: string;
  @Email({ seenBy: 'staff' }) ownerEmail!: string;
  @Language({ default: 'en' }) locale!: LocaleName;
  @Answer(() => String, { description: 'The language its owner writes in: en or es.' }) language!: LocaleName;
  @Count({ default: 0 }) tokenVersion!: number;
  @Flag({ seenBy: 'owner', default: true, description: 'Whether a mail comes when gifts arrive.' })
  giftMails!: boolean;
  @Instant({ nullable: true }) giftsToldAt!: Date | null;
  @Instant({ seenBy: 'staff' }) createdAt!: Date;
  @Answer(() => String, { nullable: true, description: 'The team a personal page belongs to.' })
  teamSlug!: string | null;
  @Answer(() => String) campaignSlug!: string;
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => Boolean, { description: 'Whether a gift can be given now.' }) acceptsGifts!: boolean;
  @Answer(() => String, { description: 'A path on this site.' }) url!: string;
}

@ObjectType()
export class CampaignPageConnection extends ConnectionOf(CampaignPage, 'CampaignPage') {}
