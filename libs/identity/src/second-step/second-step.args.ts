import { ArgsType, Field } from '@nestjs/graphql';

@ArgsType()
export class BeginSecondStepArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Current password, if the account has one. Not required during sign-in.',
  })
  currentPassword?: string | null;
}

@ArgsType()
export class FinishSecondStepArgs extends BeginSecondStepArgs {
  @Field(() => String)
  code!: string;
}
