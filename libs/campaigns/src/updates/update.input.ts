import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { CampaignUpdate, UpdateStatus } from '../campaigns/update.entity.js';

@InputType({ description: 'A public campaign update, also emailed to donors who want updates.' })
export class PostCampaignUpdateInput extends InputOf(CampaignUpdate, {
  required: ['campaignId', 'title', 'body'],
  words: { body: 'Text in Markdown.' },
}) {
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'Visibility of a campaign update.' })
export class SetUpdateStatusInput {
  @Field(() => ID) id!: string;
  @Field(() => UpdateStatus, { description: 'PUBLISHED or HIDDEN.' }) status!: UpdateStatus;
}
