import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

export const ContactChannel = {
  MAIL: 'mail',
  TEXT: 'text',
  CALL: 'call',
  ADVOCATE: 'advocate',
  CODE: 'code',
} as const;
export type ContactChannel = (typeof ContactChannel)[keyof typeof ContactChannel];
registerEnumType(ContactChannel, {
  name: 'ContactChannel',
  description: 'A safe way to be reached. ADVOCATE: through their own advocate. CODE: they come back with their code.',
});

@InputType({ description: 'How the person can be reached safely.' })
export class SafeContactInput {
  @Field(() => ContactChannel) channel!: ContactChannel;
  @Field(() => String, { nullable: true, description: 'The address or number: needed for MAIL, TEXT and CALL.' })
  value?: string | null;
  @Field(() => String, { nullable: true, description: 'When it is safe.' }) when?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether a message may be left.' })
  mayLeaveMessage?: boolean | null;
}

@ObjectType({ description: 'How the person can be reached safely.' })
export class SafeContact {
  @Field(() => ContactChannel) channel!: ContactChannel;
  @Field(() => String, { nullable: true }) value!: string | null;
  @Field(() => String, { nullable: true, description: 'When it is safe.' }) when!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether a message may be left; null: not said.' })
  mayLeaveMessage!: boolean | null;
}
