import { ArgsType, Field } from '@nestjs/graphql';
import { EmailAddressScalar } from '@upstander/platform';
import { Locale, type LocaleName } from '../accounts/locale.js';

@ArgsType()
export class SignInArgs {
  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => String)
  password!: string;
}

@ArgsType()
export class SignInWithCodeArgs {
  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => String)
  code!: string;
}

@ArgsType()
export class RequestSignInCodeArgs {
  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => Locale, { nullable: true })
  locale?: LocaleName | null;
}

@ArgsType()
export class SetPasswordArgs {
  @Field(() => String, { nullable: true, description: 'Needed when there is a password already.' })
  currentPassword?: string | null;

  @Field(() => String, { description: '15 to 256 characters; no rules about which.' })
  newPassword!: string;
}
