import { Role, type RoleName } from '../roles/role.js';
import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '@upstander/platform';

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => Role, { nullable: true, description: 'Only accounts with this role.' })
  role?: RoleName | null;
}
