import ts from 'typescript';

/** A JSON schema (draft 7) with one definition per type, and the possible types for each value of `object`. */
export interface DerivedSchema {
  $schema: string;
  roots: Record<string, Schema>;
  definitions: Record<string, Schema>;
}

export type Schema = Readonly<Record<string, unknown>>;

/**
 * Derives the schema of Stripe's answers from the installed SDK's declarations. Stricter in two ways that fit our own
 * answers: undeclared members are rejected, and enumerations are closed (the SDK leaves them open for newer APIs).
 */
export function deriveSchema(declarations: string): DerivedSchema {
  const program = ts.createProgram([declarations], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
  });
  const source = program.getSourceFile(declarations);
  if (!source) throw new Error(`No declarations at ${declarations}.`);
  return new SchemaDeriver(program.getTypeChecker()).deriveFrom(source);
}

class SchemaDeriver {
  private readonly roots = new Map<string, Schema[]>();
  private readonly definitions: Record<string, Schema> = {};
  private readonly names = new Map<ts.Type, string>();

  constructor(private readonly checker: ts.TypeChecker) {}

  deriveFrom(source: ts.SourceFile): DerivedSchema {
    const module = this.checker.getSymbolAtLocation(source);
    const stripe = module && this.checker.getExportsOfModule(module).find(({ name }) => name === 'Stripe');
    if (!stripe) throw new Error('The SDK does not export Stripe.');
    this.visit(this.resolveAlias(stripe));
    const roots: Record<string, Schema> = {};
    for (const [name, variants] of this.roots) roots[name] = variants.length === 1 ? variants[0]! : { anyOf: variants };
    return { $schema: 'http://json-schema.org/draft-07/schema#', roots, definitions: this.definitions };
  }

  /** Collects every type in a namespace that declares `object`. */
  private visit(namespace: ts.Symbol): void {
    for (const member of this.checker.getExportsOfModule(namespace)) {
      const symbol = this.resolveAlias(member);
      // API v2 differs and isn't used here.
      if (symbol.flags & ts.SymbolFlags.Module && symbol.name !== 'V2') this.visit(symbol);
      if (!(symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias))) continue;
      const type = this.checker.getDeclaredTypeOfSymbol(symbol);
      const object = this.objectName(type);
      // An event is the union of all kinds of events, each also with object 'event'.
      if (object === null || object === 'list' || (object === 'event' && symbol.name !== 'Event')) continue;
      const variants = this.roots.get(object) ?? [];
      const schema = this.schema(type);
      if (!variants.some((known) => JSON.stringify(known) === JSON.stringify(schema))) variants.push(schema);
      this.roots.set(object, variants);
    }
  }

  private resolveAlias(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  private objectName(type: ts.Type): string | null {
    const property = type.getProperty('object');
    if (!property) return null;
    const propertyType = this.checker.getTypeOfSymbol(property);
    return propertyType.isStringLiteral() ? propertyType.value : null;
  }

  private schema(type: ts.Type): Schema {
    if (type.flags & ts.TypeFlags.Any || type.flags & ts.TypeFlags.Unknown) return {};
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    // Declared as always absent.
    if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)) return { not: {} };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.isUnion()) return this.union(type.types);
    // Decimals are sent as text.
    if (type.aliasSymbol?.name === 'Decimal') return { type: 'string' };
    if (isOpenString(type)) return { type: 'string' };
    if (this.checker.isArrayType(type)) {
      return { type: 'array', items: this.schema(this.checker.getTypeArguments(type as ts.TypeReference)[0]!) };
    }
    return this.object(type);
  }

  private union(types: readonly ts.Type[]): Schema {
    const definedTypes = types.filter((type) => !(type.flags & ts.TypeFlags.Undefined));
    const words = definedTypes
      .filter((type) => type.isStringLiteral())
      .map((type) => (type as ts.StringLiteralType).value);
    const booleans = definedTypes.filter((type) => type.flags & ts.TypeFlags.BooleanLiteral);
    const rest = definedTypes.filter(
      (type) => !type.isStringLiteral() && !booleans.includes(type) && !(words.length > 0 && isOpenString(type)),
    );
    const variants: Schema[] = rest.map((type) => this.schema(type));
    if (booleans.length === 2) variants.push({ type: 'boolean' });
    else variants.push(...booleans.map((type) => this.schema(type)));
    if (words.length > 0) variants.push({ enum: words });
    return variants.length === 1 ? variants[0]! : { anyOf: variants };
  }

  private object(type: ts.Type): Schema {
    const known = this.names.get(type);
    if (known) return { $ref: `#/definitions/${known}` };
    const name = this.name(type);
    this.names.set(type, name);
    // Registered before its members, because types are recursive.
    this.definitions[name] = {};
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of this.checker.getPropertiesOfType(type)) {
      const declared = this.checker.getTypeOfSymbol(property);
      if (declared.getCallSignatures().length > 0) continue;
      properties[property.name] = this.schema(declared);
      const optional = property.flags & ts.SymbolFlags.Optional || declared.flags & ts.TypeFlags.Undefined;
      if (!optional) required.push(property.name);
    }
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const open = Object.keys(properties).length === 0 && !index;
    this.definitions[name] = {
      type: 'object',
      properties,
      ...(required.length > 0 && { required }),
      additionalProperties: index ? this.schema(index.type) : open,
    };
    return { $ref: `#/definitions/${name}` };
  }

  private name(type: ts.Type): string {
    const symbol: ts.Symbol | undefined = type.aliasSymbol ?? type.symbol;
    const args = type.aliasTypeArguments ?? this.checker.getTypeArguments(type as ts.TypeReference) ?? [];
    const path = !symbol || symbol.flags & ts.SymbolFlags.TypeLiteral ? 'Inline' : qualified(symbol);
    const name = [path, ...args.map((arg) => arg.symbol?.name ?? 'type')].join('__');
    for (let n = 1; ; n++) {
      const candidate = n === 1 ? name : `${name}__${n}`;
      if (!(candidate in this.definitions)) return candidate;
    }
  }
}

function qualified(symbol: ts.Symbol): string {
  const names = [symbol.name];
  for (let node = symbol.declarations?.[0]?.parent; node; node = node.parent) {
    if (ts.isModuleDeclaration(node)) names.unshift(node.name.text);
  }
  return names.join('.');
}

/** True for `string & {}`, the SDK's notation for "or any other string". */
function isOpenString(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String);
}
