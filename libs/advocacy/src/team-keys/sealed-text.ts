import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@InputType({
  description:
    'A text encrypted in the browser with the team key (RSA-OAEP with SHA-256 around AES-256-GCM), in base64.',
})
export class SealedTextInput {
  @Field(() => ID) keyId!: string;
  @Field(() => String, { description: 'AES key, encrypted with the team key.' }) wrappedKey!: string;
  @Field(() => String, { description: 'Initialization vector of 12 bytes.' }) iv!: string;
  @Field(() => String, {
    description:
      'Length in four bytes (big-endian), the text in UTF-8, and zeros up to 1, 2, 4, or 8 KiB, encrypted with the additional data "consultation.about".',
  })
  ciphertext!: string;
}

@ObjectType({ description: 'A text encrypted in the browser, which the server cannot read.' })
export class SealedText {
  @Field(() => ID) keyId!: string;
  @Field(() => String) wrappedKey!: string;
  @Field(() => String) iv!: string;
  @Field(() => String) ciphertext!: string;
}

@ObjectType({ description: 'Public key of the team: RSA-OAEP with SHA-256, SPKI in base64.' })
export class ConsultationKey {
  @Field(() => ID) keyId!: string;
  @Field(() => String) publicKey!: string;
}
