import { Field, InputType } from '@nestjs/graphql';

@InputType({ description: 'A volunteer checking in with the poster.' })
export class CheckInHereInput {
  @Field(() => String, { description: 'Code from the URL of the poster.' }) poster!: string;
  @Field(() => String, { description: 'The four-digit code on the wall.' }) code!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Token from a personal link in an email. If omitted, the signed-in user or the volunteer remembered by this browser is used.',
  })
  token?: string | null;
}
