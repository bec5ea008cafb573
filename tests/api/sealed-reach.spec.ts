import { confidentialOperations } from '@upstander/advocacy';
import { allowKey, type Allowed } from '@upstander/identity';
import { DiscoveryService } from '@nestjs/core';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import { getNamedType, isInterfaceType, isObjectType, isUnionType, type GraphQLNamedType } from 'graphql';
import { operationsOf, type Operations } from '../support/access-table.js';
import { startApp, type TestApp } from '../support/app.js';

/** Derives from the schema itself which operations reach sealed data, so that new fields are covered automatically. */

let app: TestApp;
let operations: Operations;
let allowed: Map<string, ReadonlySet<Allowed>>;
beforeAll(async () => {
  app = await startApp();
  operations = await operationsOf(app);
  allowed = allowedCallers(app);
});
afterAll(() => app.close());

/** Decrypted texts and who may receive them. All other sealed types are for advocates only. */
const ofPeople: Record<string, readonly Allowed[]> = {
  MyRecord: ['anyone'],
  RecordMessage: ['anyone'],
  ProposedConsent: ['anyone'],
  ReplyCode: ['anyone'],
  SafeContact: ['anyone', 'advocate'],
  // Members of the business, while the consent is active.
  MyIntroduction: ['signed-in'],
  MyIntroductionMessage: ['signed-in'],
  AppliedForPerson: ['advocate'],
};
const isSealed = (type: string): boolean => type.startsWith('Sealed') || type in ofPeople;
const mayAnswer = (type: string): readonly Allowed[] => ofPeople[type] ?? ['advocate'];

test('only advocate operations reach a sealed type', () => {
  const sealed = [...operations].flatMap(([name, { field }]) =>
    [...reachableTypes(getNamedType(field.type))].filter(isSealed).map((type) => ({ name, type })),
  );
  // Checks the reverse too: an empty result would prove nothing.
  expect(new Set(sealed.map(({ type }) => type))).toEqual(new Set(sealedTypes()));
  const open = sealed.filter(({ name, type }) => {
    return !effectiveAudience(allowed.get(name)).every((one) => mayAnswer(type).includes(one));
  });
  expect(open).toEqual([]);
});

test('admins have no advocate access, and sealed operations name no other role', () => {
  const advocates = [...operations.keys()].filter((name) => effectiveAudience(allowed.get(name)).includes('advocate'));
  const alsoAdmins = advocates.filter((name) => allowed.get(name)?.has('admin'));
  // Totals and the access log contain no survivor's text.
  for (const name of alsoAdmins) {
    expect([name, [...reachableTypes(getNamedType(operations.get(name)!.field.type))].filter(isSealed)]).toEqual([
      name,
      [],
    ]);
  }
  expect(advocates.length).toBeGreaterThan(alsoAdmins.length);
});

test('leaves every operation that reaches a sealed type out of the metrics', () => {
  const sealed = [...operations].filter(([, { field }]) =>
    [...reachableTypes(getNamedType(field.type))].some(isSealed),
  );
  expect(sealed.map(([name]) => name).filter((name) => !confidentialOperations.has(name))).toEqual([]);
});

test('detects an access path from a public type (control)', () => {
  const { field } = operations.get('sealedApplication')!;
  const through = new Map([['Event', field.type]]);
  const { field: open } = operations.get('event')!;
  expect([...reachableTypes(getNamedType(open.type))].filter(isSealed)).toEqual([]);
  expect([...reachableTypes(getNamedType(open.type), through)].filter(isSealed)).toContain('SealedApplication');
});

/** If anyone may call an operation, further roles add nothing. */
function effectiveAudience(who: ReadonlySet<Allowed> = new Set(['anyone'])): readonly Allowed[] {
  if (who.has('anyone')) return ['anyone'];
  return who.has('signed-in') ? ['signed-in'] : [...who];
}

/** `extra` adds a field to a type. */
function reachableTypes(
  type: GraphQLNamedType,
  extra: ReadonlyMap<string, Parameters<typeof getNamedType>[0]> = new Map(),
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(type.name)) return seen;
  seen.add(type.name);
  const next: GraphQLNamedType[] = [];
  if (isObjectType(type) || isInterfaceType(type)) {
    next.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)));
  }
  if (isUnionType(type)) next.push(...type.getTypes());
  const added = getNamedType(extra.get(type.name));
  if (added) next.push(added);
  for (const one of next) reachableTypes(one, extra, seen);
  return seen;
}

function sealedTypes(): string[] {
  const types = [...operations.values()].flatMap(({ field }) => [...reachableTypes(getNamedType(field.type))]);
  return [...new Set(types)].filter(isSealed);
}

/** Reads the callers as the guard does. */
function allowedCallers({ nest }: TestApp): Map<string, ReadonlySet<Allowed>> {
  const named = new Map<string, ReadonlySet<Allowed>>();
  for (const { metatype } of nest.get(DiscoveryService).getProviders()) {
    if (typeof metatype !== 'function') continue;
    for (const [method, { value }] of Object.entries(Object.getOwnPropertyDescriptors(metatype.prototype ?? {}))) {
      if (typeof value !== 'function' || !Reflect.hasMetadata(RESOLVER_TYPE_METADATA, value)) continue;
      const name = String(Reflect.getMetadata(RESOLVER_NAME_METADATA, value) ?? method);
      const who = Reflect.getMetadata(allowKey, value) as ReadonlySet<Allowed> | undefined;
      if (who) named.set(name, who);
    }
  }
  return named;
}
