import { ObjectType } from '@nestjs/graphql';
import { Answer, SeenBy } from '@upstander/platform';
import { PendingEdit } from '../campaigns/edits/edit.js';
import { CampaignPage } from './page.entity.js';

@ObjectType({ description: 'A page, as whoever made it sees it by their personal link.' })
export class MyPage extends SeenBy(CampaignPage, 'owner', ['slug', 'language', 'acceptsGifts', 'url', 'edit']) {
  @Answer(() => String) currency!: string;
  @Answer(() => PendingEdit, { nullable: true, description: 'New words that are not public yet.' })
  edit!: PendingEdit | null;
  @Answer(() => Boolean, { description: 'Whether title and story can be changed now.' }) wordsEditable!: boolean;
  @Answer(() => String, { nullable: true, description: 'Its public address, once it is live.' })
  publicUrl!: string | null;
}
