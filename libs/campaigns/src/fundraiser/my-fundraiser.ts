import { ObjectType } from '@nestjs/graphql';
import { ComputedField, SeenBy } from '@upstander/platform';
import { ManagedUpdate } from '../campaigns/update.entity.js';
import { Campaign } from '../campaigns/campaign.entity.js';
import { PendingEdit } from '../campaigns/edit.js';

@ObjectType({ description: 'A campaign, as shown by personal link to the supporter who started it.' })
export class MyFundraiser extends SeenBy(Campaign, 'owner', [
  'slug',
  'startsOn',
  'publishedAt',
  'cover',
  'chapterName',
  'beneficiary',
  'eventIds',
  'acceptsGifts',
  'minimum',
  'feePercent',
  'feeFixed',
  'waterfall',
  'matching',
  'pages',
  'recentGifts',
  'edit',
  'updates',
]) {
  @ComputedField(() => String) beneficiaryName!: string;
  @ComputedField(() => PendingEdit, { nullable: true, description: 'Edits that are not public yet; null if none.' })
  edit!: PendingEdit | null;
  @ComputedField(() => Boolean, { description: 'True if the title, summary, and story can be edited now.' })
  canEditText!: boolean;
  @ComputedField(() => Boolean, { description: 'True if the goal and last day can be edited now.' }) editable!: boolean;
  @ComputedField(() => Boolean, { description: 'True if updates can be posted now.' }) mayPostUpdates!: boolean;
  @ComputedField(() => [ManagedUpdate]) updates!: ManagedUpdate[];
  @ComputedField(() => String, { nullable: true, description: 'Public URL; null if never public.' })
  publicUrl!: string | null;
}
