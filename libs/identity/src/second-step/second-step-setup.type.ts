import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What an authenticator app needs; shown once.' })
export class SecondStepSetup {
  @Field(() => String, { description: 'For typing by hand.' })
  secret!: string;

  @Field(() => String)
  uri!: string;

  @Field(() => String, { description: 'The same as a picture.' })
  qrSvg!: string;
}
