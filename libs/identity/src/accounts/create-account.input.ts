import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Role, type RoleName } from '../roles/role.js';
import { Account } from './account.entity.js';

@InputType({ description: 'A new account and its first role.' })
export class CreateAccountInput extends InputOf(Account, { required: ['email', 'name'], optional: ['locale'] }) {
  @Field(() => Role) role!: RoleName;
  @Field(() => ID, { nullable: true }) chapterId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'ID of a custom role with this base role; omit for the whole role.',
  })
  customRoleId?: string | null;
}
