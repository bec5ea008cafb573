import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'It was done, and there is nothing more to say about it.' })
export class Acknowledgement {
  @Field(() => Boolean)
  ok!: boolean;
}
