import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: "A key pair generated in the caller's browser, in base64." })
export class CreateAdvocateKeyInput {
  @Field(() => String) publicKey!: string;
  @Field(() => String) wrappedPrivateKey!: string;
  @Field(() => String) salt!: string;
  @Field(() => Int) iterations!: number;
  @Field(() => String) iv!: string;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True to replace the caller's key pair after a forgotten passphrase. Keys shared with the old pair are lost.",
  })
  replace?: boolean | null;
}

@InputType({ description: 'A new team key pair, shared with the caller.' })
export class CreateTeamKeyInput {
  @Field(() => String) publicKey!: string;
  @Field(() => String) wrappedPrivateKey!: string;
  @Field(() => String) wrappedKey!: string;
  @Field(() => String) iv!: string;
}

@InputType({ description: 'A team key held by the caller, encrypted in the browser for a colleague.' })
export class ShareTeamKeyInput {
  @Field(() => ID) accountId!: string;
  @Field(() => ID) keyId!: string;
  @Field(() => String) wrappedPrivateKey!: string;
  @Field(() => String) wrappedKey!: string;
  @Field(() => String) iv!: string;
}
