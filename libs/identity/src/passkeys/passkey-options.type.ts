import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Options to use a passkey (navigator.credentials.get).' })
export class PasskeyRequestOptions {
  @Field(() => String, { description: 'Works once, within five minutes, in this browser only.' })
  challenge!: string;

  @Field(() => String, { description: 'Host name that passkeys are bound to.' })
  rpId!: string;

  @Field(() => [String], {
    description: 'Credential IDs that may be used, as base64url. Empty if the device chooses.',
  })
  credentialIds!: string[];
}

@ObjectType({ description: 'Options to create a passkey (navigator.credentials.create).' })
export class PasskeyCreationOptions extends PasskeyRequestOptions {
  @Field(() => String, { description: 'Name of the organization.' })
  rpName!: string;

  @Field(() => String, { description: 'Opaque ID of the account, as base64url.' })
  userId!: string;

  @Field(() => String, { description: 'Email address of the account.' })
  userName!: string;

  @Field(() => String, { description: 'Name of the owner.' })
  userDisplayName!: string;
}
