import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Volunteer hours at an event, by attendance.' })
export class EventHours {
  @Field(() => Int, { description: 'Number of volunteers who attended.' }) people!: number;
  @Field(() => Int, { description: 'Total time in minutes.' }) minutes!: number;
  @Field(() => Int, { description: 'Number of those volunteers whose hours await approval.' }) waiting!: number;
  @Field(() => Int, { description: 'Volunteers with a spot who were neither checked in nor marked as a no-show.' })
  unmarked!: number;
}
