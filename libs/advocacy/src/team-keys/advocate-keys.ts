import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';

@ObjectType({
  description: "The caller's key pair. The private key is encrypted with a passphrase that never left the browser.",
})
export class AdvocateKey {
  @Field(() => String, { description: 'RSA-OAEP with SHA-256, SPKI in base64.' }) publicKey!: string;
  @Field(() => String, { description: 'PKCS #8 encrypted with AES-256-GCM, in base64.' }) wrappedPrivateKey!: string;
  @Field(() => String) salt!: string;
  @Field(() => Int, { description: 'Iterations of PBKDF2 with SHA-256.' }) iterations!: number;
  @Field(() => String) iv!: string;
}

@ObjectType({ description: 'A key pair of the team, used by browsers to encrypt texts.' })
export class TeamKey {
  @Field(() => ID) keyId!: string;
  @Field(() => String) publicKey!: string;
  @Field(() => Boolean, { description: 'True for the key that browsers currently encrypt with.' }) isCurrent!: boolean;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'The private key, encrypted with AES-256-GCM; null if not shared with the caller.',
  })
  wrappedPrivateKey!: string | null;
  @Field(() => String, { nullable: true, description: "The AES key, encrypted with the caller's public key." })
  wrappedKey!: string | null;
  @Field(() => String, { nullable: true }) iv!: string | null;
}

@ObjectType({ description: 'Another advocate and the team keys they hold.' })
export class Colleague {
  @Field(() => ID) accountId!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'Public key; null until they create a key pair.' })
  publicKey!: string | null;
  @Field(() => [ID]) teamKeyIds!: string[];
}

@ObjectType({
  description: 'Keys for texts encrypted in browsers. The server holds no private key it could use.',
})
export class AdvocateKeys {
  @Field(() => AdvocateKey, { nullable: true }) mine!: AdvocateKey | null;
  @Field(() => [TeamKey], { description: 'Team keys, newest first.' }) teamKeys!: TeamKey[];
  @Field(() => [Colleague]) colleagues!: Colleague[];
}
