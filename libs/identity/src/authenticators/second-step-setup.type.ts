import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Setup data for an authenticator app, returned once.' })
export class SecondStepSetup {
  @Field(() => String, { description: 'Secret for manual entry.' })
  secret!: string;

  @Field(() => String)
  uri!: string;

  @Field(() => String, { description: 'QR code of the setup URI, as an SVG.' })
  qrSvg!: string;
}
