import { Field, InputType } from '@nestjs/graphql';

@InputType({ description: 'Somebody who stands before the poster.' })
export class CheckInHereInput {
  @Field(() => String, { description: 'From the address of the poster.' }) poster!: string;
  @Field(() => String, { description: 'The four digits on the wall.' }) code!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'From a personal link in any of their mails. Left out, it is whoever is signed in, or whom this browser remembers.',
  })
  token?: string | null;
}
