import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@InputType({
  description:
    'A text sealed in the browser for the key of the team (RSA-OAEP with SHA-256 around AES-256-GCM); base64.',
})
export class SealedTextInput {
  @Field(() => ID) keyId!: string;
  @Field(() => String, { description: 'The AES key, wrapped with the key of the team.' }) wrappedKey!: string;
  @Field(() => String, { description: '12 bytes.' }) iv!: string;
  @Field(() => String, {
    description:
      'Four bytes of length (big-endian), the text in UTF-8, and zeros up to 1, 2, 4 or 8 KiB, sealed with the additional data "consultation.about".',
  })
  ciphertext!: string;
}

@ObjectType({ description: 'A text sealed in the browser: the server cannot read it.' })
export class SealedText {
  @Field(() => ID) keyId!: string;
  @Field(() => String) wrappedKey!: string;
  @Field(() => String) iv!: string;
  @Field(() => String) ciphertext!: string;
}

@ObjectType({ description: 'The public key of the team: RSA-OAEP with SHA-256, SPKI in base64.' })
export class ConsultationKey {
  @Field(() => ID) keyId!: string;
  @Field(() => String) publicKey!: string;
}
