import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { EmailAddressScalar } from '@upstander/platform';
import { Locale, type LocaleName } from '../languages/locale.js';
import { solutionText } from '../rate-limits/solution-text.js';

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

  @Field(() => String, {
    nullable: true,
    description: 'For clients without cookies: the challenge returned by `requestSignInCode`.',
  })
  challenge?: string | null;
}

@ArgsType()
export class RequestSignInCodeArgs {
  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => Locale, { nullable: true })
  locale?: LocaleName | null;

  @Field(() => String, {
    nullable: true,
    description: 'For clients without cookies that request another code: the challenge returned before.',
  })
  challenge?: string | null;

  @Field(() => String, {
    nullable: true,
    description: solutionText,
  })
  solution?: string | null;
}

@ObjectType({ description: 'Confirmation that a code was requested. It does not reveal whether the address is known.' })
export class SignInCodeRequest {
  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => String, {
    description:
      'Binds the code to the client that requested it. Browsers store it in a cookie; other clients must send it back.',
  })
  challenge!: string;
}

@ArgsType()
export class ResetPasswordArgs {
  @Field(() => String, { description: '15 to 256 characters, without composition rules.' })
  newPassword!: string;
}

@ArgsType()
export class SetPasswordArgs extends ResetPasswordArgs {
  @Field(() => String, { nullable: true, description: 'Current password, if the account has one.' })
  currentPassword?: string | null;
}
