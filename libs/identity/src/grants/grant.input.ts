import { Field, ID, InputType } from '@nestjs/graphql';
import { Role, type RoleName } from './role.js';

@InputType({ description: 'A role for somebody, and where it holds.' })
export class GrantInput {
  @Field(() => ID)
  accountId!: string;

  @Field(() => Role)
  role!: RoleName;

  @Field(() => ID, { nullable: true, description: 'Left out: the whole organisation.' })
  chapterId?: string | null;
}

/** What is taken away; `lastOne` says that it is meant, although nobody will hold this powerful role any more. */
export type Revoking = GrantInput & { lastOne?: boolean };
