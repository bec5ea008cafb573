import { ObjectType } from '@nestjs/graphql';
import { Answer, SeenBy } from '@upstander/platform';
import { PendingEdit } from '../campaigns/edits/edit.js';
import { CampaignPage } from './page.entity.js';

@ObjectType({ description: 'A page, as those who look after its campaign see it.' })
export class ManagedPage extends SeenBy(CampaignPage, 'staff', [
  ...(['language', 'giftMails', 'campaignSlug', 'campaignTitle', 'acceptsGifts', 'url', 'edit'] as const),
]) {
  @Answer(() => PendingEdit, { nullable: true, description: 'New words that wait for somebody to read them.' })
  edit!: PendingEdit | null;
}
