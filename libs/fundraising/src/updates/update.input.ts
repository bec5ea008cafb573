import { Field, ID, InputType } from '@nestjs/graphql';
import { UpdateStatus } from './campaign-update.js';

@InputType({ description: 'News for everybody, and by mail for the donors who asked for news.' })
export class PostCampaignUpdateInput {
  @Field(() => ID) campaignId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Markdown.' }) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'Whether news are shown.' })
export class SetUpdateStatusInput {
  @Field(() => ID) id!: string;
  @Field(() => UpdateStatus, { description: 'PUBLISHED or HIDDEN.' }) status!: UpdateStatus;
}
