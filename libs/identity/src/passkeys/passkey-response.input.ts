import { Field, InputType } from '@nestjs/graphql';

/** Values are base64url, as in the WebAuthn JSON formats. */
@InputType({ description: 'Response of a device that created a passkey (navigator.credentials.create).' })
export class PasskeyAttestation {
  @Field(() => String, { description: 'ID of the new credential, as base64url.' }) credentialId!: string;
  @Field(() => String, { description: '`clientDataJSON` of the response, as base64url.' }) clientData!: string;
  @Field(() => String, { description: '`attestationObject` of the response, as base64url.' })
  attestationObject!: string;
}

@InputType({ description: 'Response of a device that used a passkey (navigator.credentials.get).' })
export class PasskeyAssertion {
  @Field(() => String, { description: 'ID of the credential, as base64url.' }) credentialId!: string;
  @Field(() => String, { description: '`clientDataJSON` of the response, as base64url.' }) clientData!: string;
  @Field(() => String, { description: '`authenticatorData` of the response, as base64url.' })
  authenticatorData!: string;
  @Field(() => String, { description: 'Signature, as base64url.' }) signature!: string;
  @Field(() => String, { nullable: true, description: '`userHandle` of the response, as base64url.' })
  userHandle?: string | null;
}
