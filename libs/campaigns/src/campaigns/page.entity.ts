import { Int, ObjectType } from '@nestjs/graphql';
import { namesInCampaign } from '@upstander/accounting';
import { RecordName, type LocaleName } from '@upstander/identity';
import { MinorAmount, Money } from '@upstander/ledger';
import {
  ComputedField,
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
  PersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { CampaignCover } from './campaign-cover.js';
import { StoredEdit } from './edit.js';
import { PageKind, PageStatus } from './page-status.js';
import { campaignPagePersonalData } from './page.personal-data.js';

const seenBy = 'anyone';

@ObjectType({ description: 'The photo of a team or personal page.' })
export class PagePhoto extends CampaignCover {}

@ObjectType({ description: 'A team or personal page under a campaign.' })
@PersonalData(campaignPagePersonalData)
@RecordName('page', {
  also: ['pageEdit', 'pageStatus'],
  sql: namesInCampaign('page', 't.title'),
  path: ({ pageId }) => `/fundraisers/${pageId}/pages`,
})
@Entity({ schema: 'fundraising', name: 'page' })
export class CampaignPage extends StoredEdit {
  @Id({ seenBy }) id!: string;
  @Ref() campaignId!: string;
  @Ref({ nullable: true }) teamId!: string | null;
  @Choice(PageKind, { seenBy }) kind!: PageKind;
  @Status(PageStatus, { seenBy: 'owner' }) status!: PageStatus;
  @Slug({ seenBy }) slug!: string;
  @Text({ seenBy, max: 120 }) title!: string;
  @Ref({ nullable: true }) photoFileId!: string | null;
  @Text({ max: 250, default: '' }) photoAlt!: string;
  /** When the owner stated that everyone in the photo agreed to it. */
  @Instant({ nullable: true }) photoAgreedAt!: Date | null;
  @ComputedField(() => PagePhoto, { nullable: true, description: 'Photo from the owner; null if there is none.' })
  photo!: PagePhoto | null;
  /** Shown to the public as `storyHtml`. */
  @Markdown({ seenBy: 'owner', max: 10_000, default: '', description: 'Story in Markdown.' }) story!: string;
  @MinorAmount({ nullable: true }) goalMinor!: string | null;
  @ComputedField(() => Money, { nullable: true }) goal!: Money | null;
  @ComputedField(() => Money, { description: "Amount raised; for a team, including its members' pages." })
  raised!: Money;
  @ComputedField(() => Int) giftCount!: number;
  @PersonName({ seenBy, max: 80 }) ownerName!: string;
  @Email({ seenBy: 'staff' }) ownerEmail!: string;
  @Language({ default: 'en' }) locale!: LocaleName;
  @ComputedField(() => String, { description: 'Language of the page owner: en or es.' }) language!: LocaleName;
  @Count({ default: 0 }) tokenVersion!: number;
  @Flag({ seenBy: 'owner', default: true, description: 'True if the owner is emailed about new gifts.' })
  giftMails!: boolean;
  @Instant({ nullable: true }) giftsToldAt!: Date | null;
  @Instant({ seenBy: 'staff' }) createdAt!: Date;
  @ComputedField(() => String, { nullable: true, description: 'Slug of the team page a personal page belongs to.' })
  teamSlug!: string | null;
  @ComputedField(() => String) campaignSlug!: string;
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => Boolean, { description: 'True if the page accepts gifts now.' }) acceptsGifts!: boolean;
  @ComputedField(() => String, { description: 'Path on this site.' }) url!: string;
}

@ObjectType()
export class CampaignPageConnection extends ConnectionOf(CampaignPage, 'CampaignPage') {}
