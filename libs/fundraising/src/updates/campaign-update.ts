import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';

export const UpdateStatus = { IN_REVIEW: 'in_review', PUBLISHED: 'published', HIDDEN: 'hidden' } as const;
export type UpdateStatus = (typeof UpdateStatus)[keyof typeof UpdateStatus];
registerEnumType(UpdateStatus, {
  name: 'UpdateStatus',
  description: 'Where an update stands: what a supporter wrote waits for somebody of the organisation.',
});

@ObjectType({ description: 'News of a campaign.' })
export class CampaignUpdate {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  /** Markdown, as written; the API shows it as `bodyHtml`. */
  body!: string;
  @Field(() => String) authorName!: string;
  @Field(() => DateTimeScalar) publishedAt!: Date;
}

@ObjectType({ description: 'An update, as those who look after its campaign see it.' })
export class ManagedUpdate {
  @Field(() => ID) id!: string;
  @Field(() => UpdateStatus) status!: UpdateStatus;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Markdown, as written.' }) body!: string;
  @Field(() => String) authorName!: string;
  @Field(() => DateTimeScalar) writtenAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) publishedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When its mails were written.' }) mailedAt!: Date | null;
  @Field(() => Int, { description: 'To how many donors.' }) mailedTo!: number;
}
