import ts from 'typescript';

/** Placeholder for a value added to a statement at runtime; numbered at the end. */
export const addedMarker = '$?';

export class UnknownValueError extends Error {}

/**
 * Thrown if a symbol can have several values.
 * Each is evaluated as a separate statement. `ways` contains maps of correlated values.
 */
export class AmbiguousError extends Error {
  constructor(ways) {
    super('there are several ways');
    this.ways = ways;
  }
}

/** @throws UnknownValueError for open types like `string` */
export function literalsOf(checker, node) {
  const type = checker.getTypeAtLocation(node);
  const members = type.isUnion() ? type.types : [type];
  return members.map((member) => {
    if (member.isStringLiteral() || member.isNumberLiteral()) return member.value;
    if (member.flags & ts.TypeFlags.BooleanLiteral) return member.intrinsicName === 'true';
    throw new UnknownValueError(node.getText().slice(0, 60));
  });
}

/** An unknown value may not be needed. Rethrows `AmbiguousError`. */
export async function fallBack(work, instead) {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AmbiguousError) throw error;
    return instead;
  }
}
