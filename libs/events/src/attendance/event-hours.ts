import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What the people of an event gave, by their attendance.' })
export class EventHours {
  @Field(() => Int, { description: 'Who was there.' }) people!: number;
  @Field(() => Int, { description: 'What they gave together.' }) minutes!: number;
  @Field(() => Int, { description: 'Of these people, whose hours are not approved yet.' }) waiting!: number;
  @Field(() => Int, { description: 'People with a place whom nobody marked: neither there nor a no-show.' })
  unmarked!: number;
}
