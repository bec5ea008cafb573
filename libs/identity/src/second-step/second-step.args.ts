import { ArgsType, Field } from '@nestjs/graphql';

@ArgsType()
export class BeginSecondStepArgs {
  @Field(() => String, {
    nullable: true,
    description: 'For an account with a password, unless this is the middle of signing in.',
  })
  currentPassword?: string | null;
}

@ArgsType()
export class FinishSecondStepArgs extends BeginSecondStepArgs {
  @Field(() => String)
  code!: string;
}
