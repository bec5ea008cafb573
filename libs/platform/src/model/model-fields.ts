import type { FieldOptions, ReturnTypeFunc } from '@nestjs/graphql';
import type { StatusRules } from './enums.js';
import { snakeCase } from './snake-naming.js';

/**
 * Who may see a field, said where the field stands: everybody; those whom the row belongs to; staff. Each of them sees
 * what those before see. A field that says nothing does not leave the server.
 */
export type Audience = 'anyone' | 'owner' | 'staff';

const audiences: readonly Audience[] = ['anyone', 'owner', 'staff'];

/** What is wrong, by the input's field (`shifts.0.endsAtLocal`): a code that a form turns into a sentence. */
export type Faults = Record<string, string>;

/** How a field reads what somebody typed: tidied, and why it cannot be kept, if so. */
export interface Reading {
  tidy?: (value: never) => unknown;
  fault?: (value: never) => string | null;
}

/** One field of a model, as its decorator said it. */
export interface ModelField extends Reading {
  property: string;
  /** Null for what is no column: put together by whoever reads the row. */
  column: string | null;
  type: ReturnTypeFunc;
  options: FieldOptions;
  seenBy: Audience | null;
  required?: boolean;
  /** What stands there when nothing is said. */
  empty: unknown;
  /** The longest text, the largest number, the most entries; forms read it as well. */
  max?: number;
  min?: number;
  choices?: readonly string[];
  /** Form control, if the type of the value doesn't determine it. */
  control?: 'longText' | 'url';
  /** Transitions of a status, which the database enforces. */
  statusRules?: StatusRules;
  isInstant: boolean;
  isList: boolean;
}

const models = new WeakMap<object, Map<string, ModelField>>();
/** What `fieldsOf` found; select lists are made of it all day. */
let found = new WeakMap<object, ModelField[]>();

/** @internal A decorator notes its field. */
export function note(prototype: object, field: ModelField): void {
  const fields = models.get(prototype) ?? new Map<string, ModelField>();
  fields.set(field.property, field);
  models.set(prototype, fields);
  found = new WeakMap();
}

/** Something with fields made by our decorators; `abstract` so that any class fits. */
export type Model<T = object> = abstract new () => T;

/** The fields of a model in the order they are written, those it inherits first. */
export function fieldsOf(model: Model): readonly ModelField[] {
  let fields = found.get(model);
  if (!fields) found.set(model, (fields = lookFor(model)));
  return fields;
}

function lookFor(model: Model): ModelField[] {
  const byName = new Map<string, ModelField>();
  const lines: object[] = [];
  for (let at = model.prototype as object; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    lines.unshift(at);
  }
  for (const line of lines) for (const [name, field] of models.get(line) ?? []) byName.set(name, field);
  return [...byName.values()];
}

/** One field by its name. @throws Error for a name the model does not have: a fault of ours. */
export function fieldOf(model: Model, property: string): ModelField {
  const field = fieldsOf(model).find((one) => one.property === property);
  if (!field) throw new Error(`${model.name} has no field ${property}.`);
  return field;
}

/** Whether this audience sees the field. */
export function isSeenBy(field: ModelField, audience: Audience): boolean {
  return field.seenBy !== null && audiences.indexOf(field.seenBy) <= audiences.indexOf(audience);
}

/** The name of a field's column, or null. */
export function columnName(property: string): string {
  return snakeCase(property);
}
