import pg from 'pg';
import ts from 'typescript';

const { builtins } = pg.types;

/**
 * JavaScript types of pg by PostgreSQL type. libs/platform/src/database/database.ts keeps local times and dates as
 * text.
 */
const typesByOid = new Map([
  [builtins.BOOL, 'boolean'],
  [builtins.INT2, 'number'],
  [builtins.INT4, 'number'],
  [builtins.OID, 'number'],
  [builtins.FLOAT4, 'number'],
  [builtins.FLOAT8, 'number'],
  [builtins.TIMESTAMPTZ, 'Date'],
  [builtins.BYTEA, 'Buffer'],
  [builtins.JSON, 'json'],
  [builtins.JSONB, 'json'],
  [builtins.VOID, 'anything'],
]);
/** Array types that pg parses. Others (citext[], enums) remain text. */
const lists = new Map([
  [1000, 'boolean'],
  [1005, 'number'],
  [1007, 'number'],
  [1021, 'number'],
  [1022, 'number'],
  [1185, 'Date'],
  [1001, 'Buffer'],
  [199, 'json'],
  [3807, 'json'],
  ...[1009, 1015, 1014, 1115, 2951, 1016, 1231].map((oid) => [oid, 'string']),
]);

/** `string`, `number[]` … */
const typeOfOid = (oid) => (lists.has(oid) ? `${lists.get(oid)}[]` : (typesByOid.get(oid) ?? 'string'));

/** `mayBeNothing` returns true for nullable columns. */
export function faultsOf(statement, said, mayBeNothing) {
  return [...parameterFaults(statement, said.params), ...rowFaults(statement, said.columns, mayBeNothing)];
}

function parameterFaults({ params, checker }, wanted) {
  if (!params) return [];
  if (params.length !== wanted.length) return [`is given ${params.length} parameters and has ${wanted.length}`];
  return params.flatMap((type, i) => {
    const isGood = partsOf(type).every((part) => acceptsType(wanted[i], part, checker));
    return isGood ? [] : [`$${i + 1} is ${nameOf(wanted[i])} and is given ${checker.typeToString(type)}`];
  });
}

/** True if pg serializes the TypeScript type as PostgreSQL expects it. */
function acceptsType(oid, type, checker) {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return true;
  // Stripe types extensible enums as `string & {}`.
  if (type.isIntersection()) return type.types.some((part) => acceptsType(oid, part, checker));
  const isText = Boolean(type.flags & ts.TypeFlags.StringLike);
  const isList = checker.isArrayType(type) || checker.isTupleType(type);
  if (isJson(oid)) return isText || (!isList && Boolean(type.flags & ts.TypeFlags.Object));
  if (isList || isText) return isText || !scalars.has(oid);
  if (type.flags & ts.TypeFlags.NumberLike) return !['boolean', 'Date', 'Buffer'].includes(typeOfOid(oid));
  if (type.flags & ts.TypeFlags.BigIntLike)
    return oid === builtins.INT8 || oid === builtins.NUMERIC || oid === builtins.TEXT;
  if (type.flags & ts.TypeFlags.BooleanLike) return oid === builtins.BOOL;
  const name = type.getSymbol()?.name;
  if (name === 'Date') return oid === builtins.TIMESTAMPTZ;
  return ['Buffer', 'Uint8Array'].includes(name) ? oid === builtins.BYTEA : false;
}

const scalars = new Set([
  ...typesByOid.keys(),
  builtins.INT8,
  builtins.NUMERIC,
  builtins.TEXT,
  builtins.UUID,
  builtins.DATE,
  builtins.TIMESTAMP,
]);
const isJson = (oid) => oid === builtins.JSON || oid === builtins.JSONB;

function nameOf(oid) {
  return (
    Object.entries(builtins)
      .find(([, value]) => value === oid)?.[0]
      .toLowerCase() ?? `type ${oid}`
  );
}

function rowFaults({ row, call, checker }, columns, mayBeNothing) {
  if (!row) return [];
  const faults = [];
  const named = new Map(columns.map((column) => [column.name, column]));
  for (const property of checker.getPropertiesOfType(row)) {
    const type = checker.getTypeOfSymbolAtLocation(property, call);
    const column = named.get(property.name);
    named.delete(property.name);
    if (!column) {
      const isOptional = property.flags & ts.SymbolFlags.Optional;
      if (!isOptional && !isOfModel(property)) faults.push(`has no column ${property.name}`);
      continue;
    }
    const parts = partsOf(type);
    const is = typeOfOid(column.dataTypeID);
    if (!parts.every((part) => matchesType(is, part, checker))) {
      faults.push(`${property.name} is ${is} (${nameOf(column.dataTypeID)}), not ${checker.typeToString(type)}`);
    } else if (mayBeNothing(column) && !acceptsNull(type)) faults.push(`${property.name} may be null`);
  }
  // The row has an index signature, so other code reads the remaining columns.
  if (checker.getIndexInfosOfType(row).length > 0) return faults;
  for (const name of named.keys()) faults.push(`reads the column ${name}, which its row does not have`);
  return faults;
}

/** Models may have more properties than the query selects; `selectList` reads those of one audience. */
function isOfModel(property) {
  return (
    property.declarations?.some(
      (one) => ts.isPropertyDeclaration(one) && ts.canHaveDecorators(one) && ts.getDecorators(one),
    ) ?? false
  );
}

function partsOf(type) {
  const parts = type.isUnion() ? type.types : [type];
  return parts.filter(({ flags }) => !(flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)));
}

function acceptsNull(type) {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(({ flags }) => flags & (ts.TypeFlags.Null | ts.TypeFlags.Any | ts.TypeFlags.Unknown));
}

function matchesType(is, type, checker) {
  if (is === 'anything' || type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter))
    return true;
  // The database doesn't know the shape of JSON.
  if (is === 'json') return true;
  if (is.endsWith('[]')) {
    if (!checker.isArrayType(type)) return false;
    const [member] = checker.getTypeArguments(type);
    return partsOf(member).every((part) => matchesType(is.slice(0, -2), part, checker));
  }
  if (is === 'string') return Boolean(type.flags & ts.TypeFlags.StringLike);
  if (is === 'number') return Boolean(type.flags & ts.TypeFlags.NumberLike);
  if (is === 'boolean') return Boolean(type.flags & ts.TypeFlags.BooleanLike);
  return type.getSymbol()?.name === is;
}
