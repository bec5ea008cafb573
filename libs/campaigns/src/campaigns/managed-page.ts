import { ObjectType } from '@nestjs/graphql';
import { ComputedField, SeenBy } from '@upstander/platform';
import { PendingEdit } from './edit.js';
import { CampaignPage } from './page.entity.js';

@ObjectType({ description: 'A fundraising page, as shown to staff who manage its campaign.' })
export class ManagedPage extends SeenBy(CampaignPage, 'staff', [
  'language',
  'giftMails',
  'campaignSlug',
  'campaignTitle',
  'acceptsGifts',
  'url',
  'edit',
]) {
  @ComputedField(() => PendingEdit, { nullable: true, description: 'Edits awaiting review; null if none.' })
  edit!: PendingEdit | null;
}
