import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const shape = /^-?\d{1,18}$/;

function parseMinor(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'string' && shape.test(value)) return BigInt(value);
  throw new GraphQLError('Not an amount in minor units: a whole number such as 2500 for $25.00.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/**
 * Whole minor units: bigint here, a JSON number if exact, otherwise a string. Also accepts PostgreSQL's bigint text.
 */
export const MinorUnitsScalar = new GraphQLScalarType<bigint, number | string>({
  name: 'MinorUnits',
  description:
    'Whole minor units of a currency (cents): a JSON number if exact, a string beyond ±9007199254740991. Both are accepted as input.',
  serialize: (value) => {
    const amount = parseMinor(value);
    const plain = Number(amount);
    return Number.isSafeInteger(plain) ? plain : amount.toString();
  },
  parseValue: parseMinor,
  parseLiteral: (node) => parseMinor(node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : undefined),
});
