import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'A red flag that a rule detected in an opportunity. A person must review it; it may be harmless.',
})
export class RedFlag {
  @Field(() => String, { description: 'Name of the rule, for example FEE_ASKED.' }) rule!: string;
  @Field(() => String, { description: 'Name of the form field.' }) field!: string;
  @Field(() => String, { description: 'Text that triggered the rule; empty for a missing text.' }) excerpt!: string;
}
