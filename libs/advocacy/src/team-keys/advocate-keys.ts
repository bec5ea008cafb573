import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';

@ObjectType({
  description: 'My own pair of keys. The private one is wrapped by a passphrase that never left my browser.',
})
export class AdvocateKey {
  @Field(() => String, { description: 'RSA-OAEP with SHA-256, SPKI in base64.' }) publicKey!: string;
  @Field(() => String, { description: 'PKCS #8 under AES-256-GCM, base64.' }) wrappedPrivateKey!: string;
  @Field(() => String) salt!: string;
  @Field(() => Int, { description: 'Rounds of PBKDF2 with SHA-256.' }) iterations!: number;
  @Field(() => String) iv!: string;
}

@ObjectType({ description: 'A pair of keys of the team: browsers seal for it.' })
export class TeamKey {
  @Field(() => ID) keyId!: string;
  @Field(() => String) publicKey!: string;
  @Field(() => Boolean, { description: 'The one that browsers seal for now.' }) isCurrent!: boolean;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'The private key under AES-256-GCM; null while nobody shared it with me.',
  })
  wrappedPrivateKey!: string | null;
  @Field(() => String, { nullable: true, description: 'The AES key, wrapped with my public key.' })
  wrappedKey!: string | null;
  @Field(() => String, { nullable: true }) iv!: string | null;
}

@ObjectType({ description: 'Another advocate, and which keys of the team they hold.' })
export class Colleague {
  @Field(() => ID) accountId!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'Null until they have made a pair of keys.' })
  publicKey!: string | null;
  @Field(() => [ID]) holds!: string[];
}

@ObjectType({
  description: 'The keys that open what was sealed in browsers. The server holds no private key it could open.',
})
export class AdvocateKeys {
  @Field(() => AdvocateKey, { nullable: true }) mine!: AdvocateKey | null;
  @Field(() => [TeamKey], { description: 'Newest first.' }) teamKeys!: TeamKey[];
  @Field(() => [Colleague]) colleagues!: Colleague[];
}
