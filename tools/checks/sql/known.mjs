import ts from 'typescript';

/** Stands for the placeholder of a value that is added to a statement when it is made; they are counted in the end. */
export const added = '$?';

/** Why the value of an expression is known only when the program runs. */
export class Unknown extends Error {}

/**
 * Something that is the same wherever a statement names it can have several values: each is a statement of its own. `ways`
 * are the values of symbols that belong together.
 */
export class Several extends Error {
  constructor(ways) {
    super('there are several ways');
    this.ways = ways;
  }
}

/** A union of literals is each of them; `string` is anything. */
export function literalsOf(checker, node) {
  const type = checker.getTypeAtLocation(node);
  const members = type.isUnion() ? type.types : [type];
  return members.map((member) => {
    if (member.isStringLiteral() || member.isNumberLiteral()) return member.value;
    if (member.flags & ts.TypeFlags.BooleanLiteral) return member.intrinsicName === 'true';
    throw new Unknown(node.getText().slice(0, 60));
  });
}

/** What is not known may not be needed; where there are several ways, each is gone. */
export async function orElse(work, instead) {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Several) throw error;
    return instead;
  }
}
