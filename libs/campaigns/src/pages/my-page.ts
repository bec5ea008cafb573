import { ObjectType } from '@nestjs/graphql';
import { ComputedField, SeenBy } from '@upstander/platform';
import { PendingEdit } from '../campaigns/edit.js';
import { CampaignPage } from '../campaigns/page.entity.js';

@ObjectType({ description: 'A fundraising page, as shown to its owner by personal link.' })
export class MyPage extends SeenBy(CampaignPage, 'owner', ['slug', 'language', 'acceptsGifts', 'url', 'edit']) {
  @ComputedField(() => String) currency!: string;
  @ComputedField(() => PendingEdit, { nullable: true, description: 'Edits that are not public yet; null if none.' })
  edit!: PendingEdit | null;
  @ComputedField(() => Boolean, { description: 'True if the title and story can be edited now.' })
  canEditText!: boolean;
  @ComputedField(() => String, { nullable: true, description: 'Public URL; null until the page is live.' })
  publicUrl!: string | null;
}
