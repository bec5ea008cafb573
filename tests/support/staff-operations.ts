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

const openRoles = ['anyone', 'signed-in', 'second-step'];
const allowedRolesOf = (handler: object) => Reflect.getMetadata('upstander:allow', handler) as Set<string> | undefined;
const isStaffOnly = (handler: object) => {
  const allowedRoles = allowedRolesOf(handler);
  return allowedRoles !== undefined && !openRoles.some((role) => allowedRoles.has(role));
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
    .filter((handler) => Reflect.getMetadata('graphql:resolver_type', handler) === 'Mutation' && isStaffOnly(handler))
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
      .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler) && isStaffOnly(handler))
      .flatMap((handler) => {
        const parts = [metatype!, handler].map((target) => String(Reflect.getMetadata(PATH_METADATA, target) ?? ''));
        const url = `/${parts.filter((part) => part !== '/' && part !== '').join('/')}`;
        const isRead = Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET;
        const isFile = /\.(?:csv|json|zip|pdf)$/.test(url);
        if (isRead && !isFile) return [];
        return [{ operation: isFile ? 'export' : (handler as { name: string }).name, url }];
      }),
  );
}

/** Arguments with an ID wherever one fits. */
function sampleValue(inputType: GraphQLInputType, depth = 0): unknown {
  const type = getNullableType(inputType);
  if (isListType(type)) return [sampleValue(type.ofType as GraphQLInputType, depth)];
  if (!isInputObjectType(type)) return ['ID', 'String', 'UUID'].includes(String(type)) ? randomUUID() : null;
  if (depth > 4) return null;
  return Object.fromEntries(
    Object.values(type.getFields()).map((field) => [field.name, sampleValue(field.type, depth + 1)]),
  );
}

/** An answer to what a page selects, with an ID in every field. */
function sampleAnswer(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): object {
  return Object.assign(
    {},
    ...set.selections.map((selection) => {
      if (selection.kind === 'FragmentSpread') {
        return sampleAnswer(fragments.get(selection.name.value)!.selectionSet, fragments);
      }
      if (selection.kind === 'InlineFragment') return sampleAnswer(selection.selectionSet, fragments);
      const { alias, name, selectionSet } = selection;
      return { [(alias ?? name).value]: selectionSet ? sampleAnswer(selectionSet, fragments) : randomUUID() };
    }),
  ) as object;
}

/** Every kind that the log can record, with the operations that record it. */
export async function recordedKinds(app: TestApp): Promise<Map<string, Set<string>>> {
  const recordsByOperation = new Map<string, Set<string>>();
  const add = (operation: string, value: unknown, noun: string) => {
    for (const { kind } of collectTargets(value, noun).values()) {
      recordsByOperation.set(kind, (recordsByOperation.get(kind) ?? new Set()).add(operation));
    }
  };
  const operations = await operationsOf(app);
  const recordedNames = new Set(recordedOperations(app));
  for (const name of recordedNames) {
    for (const { name: key, type } of operations.get(name)!.field.args) {
      add(name, { [key]: sampleValue(type) }, nounOf(name));
    }
  }
  for (const { text } of clientDocuments() as Array<{ text: string }>) {
    const { definitions } = parse(text);
    const fragments = new Map(
      definitions.flatMap((definition) =>
        definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition] as const] : [],
      ),
    );
    const { operation, selectionSet } = definitions[0] as OperationDefinitionNode;
    if (operation !== 'mutation') continue;
    for (const { name, selectionSet: fields } of selectionSet.selections as readonly FieldNode[]) {
      if (fields && recordedNames.has(name.value)) add(name.value, sampleAnswer(fields, fragments), nounOf(name.value));
    }
  }
  for (const { operation, url } of recordedRoutes(app)) {
    if (url.includes(':id')) add(operation, { id: randomUUID() }, nounOfRoute(url) ?? nounOf(operation));
  }
  return recordsByOperation;
}
