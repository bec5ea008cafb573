import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The cover image of a campaign.' })
export class CampaignCover {
  @Field(() => String, { description: 'Path on this site.' }) url!: string;
  @Field(() => Int) width!: number;
  @Field(() => Int) height!: number;
  @Field(() => String) alt!: string;
}
