import { Field, ObjectType } from '@nestjs/graphql';
import { ShownAccount } from '../accounts/account.type.js';
import { enumOf, type EnumOf } from '@upstander/platform';

export const SignInState = enumOf('SignInState', 'How far somebody has come with signing in.', {
  'signed-in': 'Signed in.',
  needed: { name: 'SECOND_STEP_NEEDED', description: 'The second step is still to be taken.' },
  'setup-needed': { name: 'SECOND_STEP_SETUP_NEEDED', description: 'A second step has to be set up first.' },
});
export type SignInStateName = EnumOf<typeof SignInState>;

@ObjectType({ description: 'How far signing in has come.' })
export class SignInPayload {
  @Field(() => SignInState)
  state!: SignInStateName;

  @Field(() => ShownAccount, { nullable: true, description: 'Null until signing in is finished.' })
  account!: ShownAccount | null;
}
