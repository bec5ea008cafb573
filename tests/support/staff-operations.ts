import { DiscoveryService } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { nounOf, nounOfRoute, collectTargets } from '@upstander/identity';
import {
  getNullableType,
  isInputObjectType,
  isListType,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { randomUUID } from 'node:crypto';
import { operationsOf } from './access-table.js';
import type { TestApp } from './app.js';
import { clientDocuments } from './client-documents.mjs';

const open = ['anyone', 'signed-in', 'second-step'];
const allowedOf = (handler: object) => Reflect.getMetadata('upstander:allow', handler) as Set<string> | undefined;
const isForStaff = (handler: object) => {
  const allowed = allowedOf(handler);
  return allowed !== undefined && !open.some((who) => allowed.has(who));
};

function handlersOf(metatype: unknown): object[] {
  const prototype = (metatype as { prototype?: object } | null)?.prototype;
  if (!prototype || Reflect.getMetadata('upstander:own-trail', metatype as object)) return [];
  return Object.values(Object.getOwnPropertyDescriptors(prototype)).flatMap(({ value }) =>
    typeof value === 'function' ? [value as object] : [],
  );
}

const recordedMutations = (metatype: unknown): string[] =>
  handlersOf(metatype)
    .filter((handler) => Reflect.getMetadata('graphql:resolver_type', handler) === 'Mutation' && isForStaff(handler))
    .map((handler) => (handler as { name: string }).name);

/** Mutations that the log records, of one module or of all: those for roles, without a log of their own. */
export function recordedOperations(app: TestApp, ofModule?: unknown): string[] {
  const names = app.nest
    .get(DiscoveryService)
    .getProviders()
    .filter(({ host }) => ofModule === undefined || host?.metatype === ofModule)
    .flatMap(({ metatype }) => recordedMutations(metatype));
  return [...new Set(names)].sort();
}

/** Routes that the log records: uploads and files for roles, by the operation they are recorded as. */
export function recordedRoutes(app: TestApp): Array<{ operation: string; url: string }> {
  const controllers = app.nest.get(DiscoveryService).getControllers();
  return controllers.flatMap(({ metatype }) =>
    handlersOf(metatype)
      .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler) && isForStaff(handler))
      .flatMap((handler) => {
        const parts = [metatype!, handler].map((each) => String(Reflect.getMetadata(PATH_METADATA, each) ?? ''));
        const url = `/${parts.filter((part) => part !== '/' && part !== '').join('/')}`;
        const isRead = Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET;
        const isFile = /\.(?:csv|json|zip|pdf)$/.test(url);
        if (isRead && !isFile) return [];
        return [{ operation: isFile ? 'export' : (handler as { name: string }).name, url }];
      }),
  );
}

/** Arguments with an ID wherever one fits. */
function sampleOf(type: GraphQLInputType, depth = 0): unknown {
  const of = getNullableType(type);
  if (isListType(of)) return [sampleOf(of.ofType as GraphQLInputType, depth)];
  if (!isInputObjectType(of)) return ['ID', 'String', 'UUID'].includes(String(of)) ? randomUUID() : null;
  if (depth > 4) return null;
  return Object.fromEntries(Object.values(of.getFields()).map((one) => [one.name, sampleOf(one.type, depth + 1)]));
}

/** An answer to what a page selects, with an ID in every field. */
function answerTo(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): object {
  return Object.assign(
    {},
    ...set.selections.map((selection) => {
      if (selection.kind === 'FragmentSpread') {
        return answerTo(fragments.get(selection.name.value)!.selectionSet, fragments);
      }
      if (selection.kind === 'InlineFragment') return answerTo(selection.selectionSet, fragments);
      const { alias, name, selectionSet } = selection;
      return { [(alias ?? name).value]: selectionSet ? answerTo(selectionSet, fragments) : randomUUID() };
    }),
  ) as object;
}

/** Every kind that the log can record, with the operations that record it. */
export async function recordedKinds(app: TestApp): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const add = (operation: string, value: unknown, noun: string) => {
    for (const { kind } of collectTargets(value, noun).values()) {
      found.set(kind, (found.get(kind) ?? new Set()).add(operation));
    }
  };
  const operations = await operationsOf(app);
  const recorded = new Set(recordedOperations(app));
  for (const name of recorded) {
    for (const { name: key, type } of operations.get(name)!.field.args) {
      add(name, { [key]: sampleOf(type) }, nounOf(name));
    }
  }
  for (const { text } of clientDocuments() as Array<{ text: string }>) {
    const { definitions } = parse(text);
    const fragments = new Map(
      definitions.flatMap((one) => (one.kind === 'FragmentDefinition' ? [[one.name.value, one] as const] : [])),
    );
    const { operation, selectionSet } = definitions[0] as OperationDefinitionNode;
    if (operation !== 'mutation') continue;
    for (const { name, selectionSet: chosen } of selectionSet.selections as readonly FieldNode[]) {
      if (chosen && recorded.has(name.value)) add(name.value, answerTo(chosen, fragments), nounOf(name.value));
    }
  }
  for (const { operation, url } of recordedRoutes(app)) {
    if (url.includes(':id')) add(operation, { id: randomUUID() }, nounOfRoute(url) ?? nounOf(operation));
  }
  return found;
}
