import { Field, ObjectType } from '@nestjs/graphql';
import { ShownAccount } from '../accounts/account.type.js';
import { enumOf, type EnumOf } from '@upstander/platform';

export const SignInState = enumOf('SignInState', 'Progress of a sign-in.', {
  'signed-in': 'Signed in.',
  needed: { name: 'SECOND_STEP_NEEDED', description: 'A code from the authenticator app is required.' },
  'setup-needed': { name: 'SECOND_STEP_SETUP_NEEDED', description: 'An authenticator app must be set up first.' },
});
export type SignInStateName = EnumOf<typeof SignInState>;

@ObjectType({ description: 'Progress of a sign-in.' })
export class SignInPayload {
  @Field(() => SignInState)
  state!: SignInStateName;

  @Field(() => ShownAccount, { nullable: true, description: 'The signed-in account; null until sign-in is complete.' })
  account!: ShownAccount | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True if a passkey can replace the code from the app; null if the sign-in is complete.',
  })
  hasPasskey?: boolean | null;
}
