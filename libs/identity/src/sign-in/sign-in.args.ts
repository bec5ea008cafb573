import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { EmailAddressScalar } from '@upstander/platform';
import { Locale, type LocaleName } from '../accounts/locale.js';
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
    description: 'For programs without cookies: as `requestSignInCode` answered it.',
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
    description: 'For programs without cookies that ask again: as it was answered.',
  })
  challenge?: string | null;

  @Field(() => String, {
    nullable: true,
    description: solutionText,
  })
  solution?: string | null;
}

@ObjectType({ description: 'That a code was asked for; it says nothing about the address.' })
export class SignInCodeRequest {
  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => String, {
    description: 'The code works only where it was asked for. Browsers keep that in a cookie; programs give this back.',
  })
  challenge!: string;
}

@ArgsType()
export class ResetPasswordArgs {
  @Field(() => String, { description: '15 to 256 characters; no rules about which.' })
  newPassword!: string;
}

@ArgsType()
export class SetPasswordArgs extends ResetPasswordArgs {
  @Field(() => String, { nullable: true, description: 'Needed when there is a password already.' })
  currentPassword?: string | null;
}
