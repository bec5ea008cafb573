import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { CampaignUpdate, UpdateStatus } from './update.entity.js';

@InputType({ description: 'News for everybody, and by mail for the donors who asked for news.' })
export class PostCampaignUpdateInput extends InputOf(CampaignUpdate, {
  required: ['campaignId', 'title', 'body'],
  words: { body: 'Markdown.' },
}) {
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'Whether news are shown.' })
export class SetUpdateStatusInput {
  @Field(() => ID) id!: string;
  @Field(() => UpdateStatus, { description: 'PUBLISHED or HIDDEN.' }) status!: UpdateStatus;
}
