import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ShownAccount } from '../accounts/account.type.js';

export const SignInState = {
  SIGNED_IN: 'signed-in',
  SECOND_STEP_NEEDED: 'needed',
  SECOND_STEP_SETUP_NEEDED: 'setup-needed',
} as const;
export type SignInStateName = (typeof SignInState)[keyof typeof SignInState];
registerEnumType(SignInState, { name: 'SignInState', description: 'How far somebody has come with signing in.' });

@ObjectType({ description: 'How far signing in has come.' })
export class SignInPayload {
  @Field(() => SignInState)
  state!: SignInStateName;

  @Field(() => ShownAccount, { nullable: true, description: 'Null until signing in is finished.' })
  account!: ShownAccount | null;
}
