import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { SealedConsent } from '../applications/sealed-consent.js';

@InputType({ description: 'A consent that the person gave on paper or on a screen.' })
export class RecordConsentInput extends InputOf(SealedConsent, {
  required: ['shares', 'consentMethod', 'givenAt', 'expiresAt'],
  words: {
    consentMethod: 'SIGNED or ELECTRONICALLY. Consent by code is given by the person.',
    givenAt: 'When the person consented.',
    expiresAt: 'Last day of the consent; at most one year after it was given.',
  },
}) {
  @Field(() => ID) applicationId!: string;
}

@InputType({ description: 'A consent for the person to give with their code, if they choose to.' })
export class ProposeConsentInput extends InputOf(SealedConsent, {
  required: ['shares', 'expiresAt'],
  words: {
    shares: 'Information to share with the business.',
    expiresAt: 'Last day of the consent; at most one year from now.',
  },
}) {
  @Field(() => ID) applicationId!: string;
}

@InputType({ description: 'A consent of an application, for advocates.' })
export class ConsentIdInput {
  @Field(() => ID) applicationId!: string;
  @Field(() => ID) consentId!: string;
}
