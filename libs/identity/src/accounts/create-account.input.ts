import { Field, ID, InputType } from '@nestjs/graphql';
import { EmailAddressScalar } from '@upstander/platform';
import { Role, type RoleName } from '../grants/role.js';
import { Locale, type LocaleName } from './locale.js';

@InputType({ description: 'Somebody who shall be able to sign in, and what they may do.' })
export class CreateAccountInput {
  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Locale, { nullable: true })
  locale?: LocaleName | null;

  @Field(() => Role)
  role!: RoleName;

  @Field(() => ID, { nullable: true })
  chapterId?: string | null;
}
