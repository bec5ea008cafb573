import type { FieldOptions, ReturnTypeFunc } from '@nestjs/graphql';
import type { StatusRules } from './enums.js';
import { snakeCase } from './snake-naming.js';

/**
 * Audience of a field: everyone, the row's owner, or staff. A field without an audience isn't exposed.
 * Each audience also sees the fields of those before it.
 */
export type Audience = 'anyone' | 'owner' | 'staff';

const audiences: readonly Audience[] = ['anyone', 'owner', 'staff'];

/** Error codes by input field (`shifts.0.endsAtLocal`). Forms translate them. */
export type Faults = Record<string, string>;

/** Normalizes and validates a field's input. `fault` returns an error code, or null if the value is valid. */
export interface InputRules {
  tidy?: (value: never) => unknown;
  fault?: (value: never) => string | null;
}

export interface ModelField extends InputRules {
  property: string;
  /** Null for a field without a column. */
  column: string | null;
  type: ReturnTypeFunc;
  options: FieldOptions;
  seenBy: Audience | null;
  required?: boolean;
  empty: unknown;
  /** Maximum text length, number or list length. Forms use it too. */
  max?: number;
  min?: number;
  choices?: readonly string[];
  /** Form control, if the type of the value doesn't determine it. */
  control?: 'longText' | 'url';
  statusRules?: StatusRules;
  isInstant: boolean;
  isList: boolean;
}

const models = new WeakMap<object, Map<string, ModelField>>();
/** Cache of `fieldsOf`, which builds select lists for every request. */
let fieldCache = new WeakMap<object, ModelField[]>();

/** @internal */
export function registerField(prototype: object, field: ModelField): void {
  const fields = models.get(prototype) ?? new Map<string, ModelField>();
  fields.set(field.property, field);
  models.set(prototype, fields);
  fieldCache = new WeakMap();
}

/** `abstract` so that any class fits. */
export type Model<T = object> = abstract new () => T;

/** Returns inherited fields first. */
export function fieldsOf(model: Model): readonly ModelField[] {
  let fields = fieldCache.get(model);
  if (!fields) fieldCache.set(model, (fields = collectFields(model)));
  return fields;
}

function collectFields(model: Model): ModelField[] {
  const byName = new Map<string, ModelField>();
  const prototypes: object[] = [];
  for (let at = model.prototype as object; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    prototypes.unshift(at);
  }
  for (const line of prototypes) for (const [name, field] of models.get(line) ?? []) byName.set(name, field);
  return [...byName.values()];
}

/** @throws Error if the model has no such field */
export function fieldOf(model: Model, property: string): ModelField {
  const field = fieldsOf(model).find((one) => one.property === property);
  if (!field) throw new Error(`${model.name} has no field ${property}.`);
  return field;
}

export function isVisibleTo(field: ModelField, audience: Audience): boolean {
  return field.seenBy !== null && audiences.indexOf(field.seenBy) <= audiences.indexOf(audience);
}

export function columnName(property: string): string {
  return snakeCase(property);
}
