import { Field, ID, InputType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { ConsentHow } from './consent-state.js';

@InputType({ description: 'A consent that the person has given on paper or on a screen.' })
export class RecordConsentInput {
  @Field(() => ID) applicationId!: string;
  @Field(() => String, { description: 'What may be told, in the words that were agreed.' }) shares!: string;
  @Field(() => ConsentHow, { description: 'SIGNED or ELECTRONICALLY; with the code the person gives it themselves.' })
  givenHow!: ConsentHow;
  @Field(() => DateTimeScalar) givenAt!: Date;
  @Field(() => DateTimeScalar, { description: 'At most a year after it was given.' }) expiresAt!: Date;
}

@InputType({ description: 'A consent that the person is asked for, and gives with their code if they like.' })
export class ProposeConsentInput {
  @Field(() => ID) applicationId!: string;
  @Field(() => String, { description: 'What would be told.' }) shares!: string;
  @Field(() => DateTimeScalar, { description: 'At most a year from now.' }) expiresAt!: Date;
}

@InputType({ description: 'A consent of an application, for advocates.' })
export class ConsentIdInput {
  @Field(() => ID) applicationId!: string;
  @Field(() => ID) consentId!: string;
}
