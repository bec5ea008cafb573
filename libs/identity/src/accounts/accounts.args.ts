import { Role, type RoleName } from '../roles/role.js';
import { ArgsType, Field, Int } from '@nestjs/graphql';

@ArgsType()
export class AccountsArgs {
  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => Role, { nullable: true, description: 'Only accounts with this role.' })
  role?: RoleName | null;

  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
