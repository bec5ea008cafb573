import { ObjectType } from '@nestjs/graphql';
import { Answer, SeenBy } from '@upstander/platform';
import { ManagedUpdate } from '../../updates/update.entity.js';
import { Campaign } from '../campaign.entity.js';
import { PendingEdit } from '../edits/edit.js';

@ObjectType({ description: 'A campaign, as the supporter who started it sees it by their personal link.' })
export class MyFundraiser extends SeenBy(Campaign, 'owner', [
  ...(['slug', 'startsOn', 'publishedAt', 'cover', 'chapterName', 'beneficiary', 'eventIds', 'acceptsGifts'] as const),
  ...(['minimum', 'feePercent', 'feeFixed', 'waterfall', 'matching', 'pages', 'recentGifts'] as const),
  ...(['edit', 'updates'] as const),
]) {
  @Answer(() => String) beneficiaryName!: string;
  @Answer(() => PendingEdit, { nullable: true, description: 'New words that are not public yet.' })
  edit!: PendingEdit | null;
  @Answer(() => Boolean, { description: 'Whether title, summary and story can be changed now.' })
  wordsEditable!: boolean;
  @Answer(() => Boolean, { description: 'Whether goal and last day can be changed now.' }) editable!: boolean;
  @Answer(() => Boolean, { description: 'Whether news can be written now.' }) mayPostUpdates!: boolean;
  @Answer(() => [ManagedUpdate]) updates!: ManagedUpdate[];
  @Answer(() => String, { nullable: true, description: 'Its public address, once it was public.' })
  publicUrl!: string | null;
}
