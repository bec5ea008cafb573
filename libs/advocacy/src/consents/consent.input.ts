import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { SealedConsent } from './sealed-consent.js';

@InputType({ description: 'A consent that the person has given on paper or on a screen.' })
export class RecordConsentInput extends InputOf(SealedConsent, {
  required: ['shares', 'givenHow', 'givenAt', 'expiresAt'],
  words: {
    givenHow: 'SIGNED or ELECTRONICALLY; with the code the person gives it themselves.',
    givenAt: 'When they said yes.',
    expiresAt: 'At most a year after it was given.',
  },
}) {
  @Field(() => ID) applicationId!: string;
}

@InputType({ description: 'A consent that the person is asked for, and gives with their code if they like.' })
export class ProposeConsentInput extends InputOf(SealedConsent, {
  required: ['shares', 'expiresAt'],
  words: { shares: 'What would be told.', expiresAt: 'At most a year from now.' },
}) {
  @Field(() => ID) applicationId!: string;
}

@InputType({ description: 'A consent of an application, for advocates.' })
export class ConsentIdInput {
  @Field(() => ID) applicationId!: string;
  @Field(() => ID) consentId!: string;
}
