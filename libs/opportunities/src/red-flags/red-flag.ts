import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'Something in an opportunity that a person must look at; a rule found it, and it may be harmless.',
})
export class RedFlag {
  @Field(() => String, { description: 'The name of the rule, such as FEE_ASKED.' }) rule!: string;
  @Field(() => String, { description: 'The field of the form it was found in.' }) field!: string;
  @Field(() => String, { description: 'The words it was found in; empty where nothing is written.' }) excerpt!: string;
}
