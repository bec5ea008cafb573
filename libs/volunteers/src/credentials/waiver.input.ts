import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { DateTimeScalar, EmailAddressScalar } from '@upstander/platform';

@InputType({ description: 'Signs a waiver. A minor names the guardian who signs for them.' })
export class SignWaiverInput {
  @Field(() => ID) typeId!: string;
  @Field(() => Int, { description: 'Version that was read. TEXT_CHANGED if there is a newer one.' })
  version!: number;
  @Field(() => String, { nullable: true, description: "The caller's name, as a signature; omitted by a minor." })
  name?: string | null;
  @Field(() => Locale, { nullable: true, description: 'Language of the text that was read.' })
  locale?: LocaleName | null;
  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: "For a minor: email address of the guardian. The minor's own address is rejected.",
  })
  guardianEmail?: string | null;
}

@InputType({ description: "A guardian's signature on a waiver, using the emailed link." })
export class SignGuardianWaiverInput {
  @Field(() => String, { description: 'Token from the personal link in the email.' }) token!: string;
  @Field(() => Int, { description: 'Version that was read.' }) version!: number;
  @Field(() => String, { description: 'Name of the guardian, as a signature.' }) name!: string;
  @Field(() => Locale, { nullable: true, description: 'Language of the text that was read.' })
  locale?: LocaleName | null;
}

@ObjectType({ description: 'A waiver a guardian is asked to sign.' })
export class GuardianWaiver {
  @Field(() => ID) typeId!: string;
  @Field(() => String, { description: 'First name of the minor.' }) firstName!: string;
  @Field(() => String, { description: 'Name of the waiver in English.' }) name!: string;
  @Field(() => String, { description: 'Name of the waiver in Spanish.' }) nameEs!: string;
  @Field(() => Int, { description: 'Version of the text.' }) version!: number;
  @Field(() => String, { description: 'The text in English.' }) body!: string;
  @Field(() => String, { description: 'The text in Spanish.' }) bodyEs!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed; null if not signed.' })
  signedAt!: Date | null;
}
