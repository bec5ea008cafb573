import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { DateTimeScalar, EmailAddressScalar } from '@upstander/platform';

@InputType({ description: 'Signs a waiver. A minor names the guardian who signs for them.' })
export class SignWaiverInput {
  @Field(() => ID) typeId!: string;
  @Field(() => Int, { description: 'The version of the text that was read: TEXT_CHANGED where there is a newer one.' })
  version!: number;
  @Field(() => String, { nullable: true, description: 'My name, as a signature; left out by a minor.' })
  name?: string | null;
  @Field(() => Locale, { nullable: true, description: 'The language it was read in.' }) locale?: LocaleName | null;
  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: 'Of a minor: whom to ask to sign. An address of their own is refused.',
  })
  guardianEmail?: string | null;
}

@InputType({ description: 'A guardian signs a waiver, by the link that was sent to them.' })
export class SignGuardianWaiverInput {
  @Field(() => String, { description: 'From the personal link in the mail.' }) token!: string;
  @Field(() => Int, { description: 'The version of the text that was read.' }) version!: number;
  @Field(() => String, { description: "The guardian's name, as a signature." }) name!: string;
  @Field(() => Locale, { nullable: true, description: 'The language it was read in.' }) locale?: LocaleName | null;
}

@ObjectType({ description: 'What a guardian is asked to sign.' })
export class GuardianWaiver {
  @Field(() => ID) typeId!: string;
  @Field(() => String, { description: 'The first name of the minor.' }) firstName!: string;
  @Field(() => String, { description: 'What the waiver is called in English.' }) name!: string;
  @Field(() => String, { description: 'What the waiver is called in Spanish.' }) nameEs!: string;
  @Field(() => Int, { description: 'The version of the text.' }) version!: number;
  @Field(() => String, { description: 'The text in English.' }) body!: string;
  @Field(() => String, { description: 'The text in Spanish.' }) bodyEs!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed; null while it is not.' })
  signedAt!: Date | null;
}
