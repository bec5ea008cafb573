import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Confirmation that an operation succeeded, without further data.' })
export class Acknowledgement {
  @Field(() => Boolean)
  ok!: boolean;
}
