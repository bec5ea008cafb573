import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { badInput, DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const GuardianRelation = enumOf('GuardianRelation', 'Relationship of the person who signs for a minor.', {
  parent: 'A parent.',
  legal_guardian: 'Another person with legal custody.',
});
export type GuardianRelation = EnumOf<typeof GuardianRelation>;

@InputType({ description: 'A waiver signed on a check-in device.' })
export class DoorSignatureInput {
  @Field(() => ID, { description: 'Client-generated UUID. Sending it again has no further effect.' }) id!: string;
  @Field(() => ID, { description: "ID of the waiver's credential type." }) typeId!: string;
  @Field(() => Int, { description: 'Version that was read. TEXT_CHANGED unless it was current when signed.' })
  version!: number;
  @Field(() => Locale, { nullable: true, description: 'Language of the text that was read.' })
  locale?: LocaleName | null;
  @Field(() => String, { description: 'Full name of the signer; serves as the signature if none was drawn.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Drawn signature: an SVG path in a 600 by 200 box, using only M and l commands with integers.',
  })
  signature?: string | null;
  @Field(() => GuardianRelation, {
    nullable: true,
    description: 'Relationship of the guardian to the minor; omit for an adult.',
  })
  guardianRelation?: GuardianRelation | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed; defaults to now.' })
  at?: Date | null;
}

@ObjectType({ description: 'Text of a waiver required by shifts of an event, for check-in devices.' })
export class DoorWaiver {
  @Field(() => ID) typeId!: string;
  @Field(() => String, { description: 'Name of the waiver in English.' }) name!: string;
  @Field(() => String, { description: 'Name of the waiver in Spanish.' }) nameEs!: string;
  @Field(() => Int, { description: 'Current version.' }) version!: number;
  @Field(() => String, { description: 'The text in English.' }) body!: string;
  @Field(() => String, { description: 'The text in Spanish.' }) bodyEs!: string;
  @Field(() => [ID], { description: 'IDs of the shifts that require it.' }) shiftIds!: string[];
}

@ObjectType({ description: 'A waiver signed on site.' })
export class SignedAtDoor {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'ID of the sign-up it was signed for.' }) signupId!: string;
  @Field(() => ID, { description: "ID of the waiver's credential type." }) typeId!: string;
  @Field(() => String, { description: 'Name of the waiver in English.' }) waiver!: string;
  @Field(() => String, { description: 'Name of the waiver in Spanish.' }) waiverEs!: string;
  @Field(() => Int, { description: 'Version of the text.' }) version!: number;
  @Field(() => String, { description: 'Name of the signer: the volunteer or a guardian.' }) signedName!: string;
  @Field(() => String, { nullable: true, description: 'Drawn signature; null if the name was typed.' })
  signature!: string | null;
  @Field(() => GuardianRelation, { nullable: true, description: 'Relationship of the guardian; null for an adult.' })
  guardianRelation!: GuardianRelation | null;
  @Field(() => DateTimeScalar, { description: 'When it was signed.' }) signedAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Staff member on whose device it was signed; null if the account was removed.',
  })
  witness!: string | null;
}

/** Size of the signature box and maximum path length. The database enforces the same limits. */
const signatureBox = { width: 600, height: 200 };
const maxPathLength = 6_000;
const strokes = /^(?:M\d{1,3} \d{1,3}(?:l-?\d{1,3} -?\d{1,3})+)+$/;
/** Minimum stroke length: a tap is not a signature. */
const minInk = 60;

/** Returns the drawn signature, or null if the name was typed. @throws Refusal BAD_INPUT for an invalid signature */
export function drawnSignature(path: string | null | undefined): string | null {
  if (!path) return null;
  if (path.length > maxPathLength) throw badInput({ signature: 'too-long' });
  if (!strokes.test(path) || !isInBox(path)) throw badInput({ signature: 'not-a-signature' });
  return path;
}

function isInBox(path: string): boolean {
  let strokeLength = 0;
  for (const stroke of path.slice(1).split('M')) {
    const [start = '', ...segments] = stroke.split('l');
    let [x, y] = start.split(' ').map(Number) as [number, number];
    for (const move of [[0, 0], ...segments.map((one) => one.split(' ').map(Number))] as Array<[number, number]>) {
      x += move[0];
      y += move[1];
      strokeLength += Math.abs(move[0]) + Math.abs(move[1]);
      if (x < 0 || y < 0 || x > signatureBox.width || y > signatureBox.height) return false;
    }
  }
  return strokeLength >= minInk;
}
