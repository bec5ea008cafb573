import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'A pair of keys made in my browser; all in base64.' })
export class CreateAdvocateKeyInput {
  @Field(() => String) publicKey!: string;
  @Field(() => String) wrappedPrivateKey!: string;
  @Field(() => String) salt!: string;
  @Field(() => Int) iterations!: number;
  @Field(() => String) iv!: string;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Takes the place of the pair I have (a forgotten passphrase): the keys shared with me are lost with it.',
  })
  replace?: boolean | null;
}

@InputType({ description: 'A new pair of keys for the team, shared with me.' })
export class CreateTeamKeyInput {
  @Field(() => String) publicKey!: string;
  @Field(() => String) wrappedPrivateKey!: string;
  @Field(() => String) wrappedKey!: string;
  @Field(() => String) iv!: string;
}

@InputType({ description: 'A key of the team that I hold, wrapped in my browser for a colleague.' })
export class ShareTeamKeyInput {
  @Field(() => ID) accountId!: string;
  @Field(() => ID) keyId!: string;
  @Field(() => String) wrappedPrivateKey!: string;
  @Field(() => String) wrappedKey!: string;
  @Field(() => String) iv!: string;
}
