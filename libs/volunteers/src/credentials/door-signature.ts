import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { badInput, DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const GuardianRelation = enumOf('GuardianRelation', 'Who signs for a minor.', {
  parent: 'Their mother or father.',
  legal_guardian: 'Whoever else has custody of them by law.',
});
export type GuardianRelation = EnumOf<typeof GuardianRelation>;

@InputType({ description: 'A waiver that was signed on a device at the door.' })
export class DoorSignatureInput {
  @Field(() => ID, { description: 'A UUID made where it was signed: sent again, nothing changes.' }) id!: string;
  @Field(() => ID, { description: 'The waiver.' }) typeId!: string;
  @Field(() => Int, { description: 'The version that was read: TEXT_CHANGED unless it stood when it was signed.' })
  version!: number;
  @Field(() => Locale, { nullable: true, description: 'The language it was read in.' }) locale?: LocaleName | null;
  @Field(() => String, { description: 'The whole name of who signs; it is the signature where nothing was drawn.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What was drawn: the path of an SVG in a box of 600 by 200, of M and l with whole numbers only.',
  })
  signature?: string | null;
  @Field(() => GuardianRelation, {
    nullable: true,
    description: 'Of a guardian who signs for a minor; left out by an adult who signs for themselves.',
  })
  guardianRelation?: GuardianRelation | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed; now, unless said.' })
  at?: Date | null;
}

@ObjectType({ description: 'The text of a waiver that shifts of an event ask for, for devices at its door.' })
export class DoorWaiver {
  @Field(() => ID) typeId!: string;
  @Field(() => String, { description: 'What the waiver is called in English.' }) name!: string;
  @Field(() => String, { description: 'What the waiver is called in Spanish.' }) nameEs!: string;
  @Field(() => Int, { description: 'The version that stands.' }) version!: number;
  @Field(() => String, { description: 'The text in English.' }) body!: string;
  @Field(() => String, { description: 'The text in Spanish.' }) bodyEs!: string;
  @Field(() => [ID], { description: 'The shifts that ask for it.' }) shiftIds!: string[];
}

@ObjectType({ description: 'A waiver as it was signed at a door.' })
export class SignedAtDoor {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'For whose sign-up.' }) signupId!: string;
  @Field(() => ID, { description: 'The waiver.' }) typeId!: string;
  @Field(() => String, { description: 'What the waiver is called in English.' }) waiver!: string;
  @Field(() => String, { description: 'What the waiver is called in Spanish.' }) waiverEs!: string;
  @Field(() => Int, { description: 'The version of the text.' }) version!: number;
  @Field(() => String, { description: 'Who signed: themselves, or a guardian.' }) signedName!: string;
  @Field(() => String, { nullable: true, description: 'What was drawn; null where the name was typed.' })
  signature!: string | null;
  @Field(() => GuardianRelation, { nullable: true, description: 'Who the guardian is; null for an adult.' })
  guardianRelation!: GuardianRelation | null;
  @Field(() => DateTimeScalar, { description: 'When it was signed.' }) signedAt!: Date;
  @Field(() => String, { nullable: true, description: 'On whose device; null for an account that is gone.' })
  witness!: string | null;
}

/** The box that is signed in, and how long a path may be: the database keeps to it as well. */
const box = { width: 600, height: 200 };
const mostOfPath = 6_000;
const strokes = /^(?:M\d{1,3} \d{1,3}(?:l-?\d{1,3} -?\d{1,3})+)+$/;
/** A tap is no signature: so far the pen has gone at least. */
const leastInk = 60;

/** What was drawn, or null where the name was typed instead. @throws Refusal BAD_INPUT for what is no signature */
export function drawnSignature(path: string | null | undefined): string | null {
  if (!path) return null;
  if (path.length > mostOfPath) throw badInput({ signature: 'too-long' });
  if (!strokes.test(path) || !isInBox(path)) throw badInput({ signature: 'not-a-signature' });
  return path;
}

function isInBox(path: string): boolean {
  let ink = 0;
  for (const stroke of path.slice(1).split('M')) {
    const [start = '', ...moves] = stroke.split('l');
    let [x, y] = start.split(' ').map(Number) as [number, number];
    for (const move of [[0, 0], ...moves.map((one) => one.split(' ').map(Number))] as Array<[number, number]>) {
      x += move[0];
      y += move[1];
      ink += Math.abs(move[0]) + Math.abs(move[1]);
      if (x < 0 || y < 0 || x > box.width || y > box.height) return false;
    }
  }
  return ink >= leastInk;
}
