import type { Type } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { badInput } from '../refusals/refusal.js';
import { fieldOf, type Faults, type ModelField } from './model-fields.js';
import { shapeOf, type InputClass } from './types-of.js';

/** Normalizes each value and collects every fault. Omitted fields keep their value in `before`; null clears a field. */
export function readInput<Values extends object>(
  type: InputClass<Values>,
  input: object,
  before?: Partial<NoInfer<Values>> | null,
): { values: Values; faults: Faults } {
  const { model, required, optional } = shapeOf(type);
  const values: Record<string, unknown> = {};
  for (const property of [...required, ...optional]) {
    const inputValue = (input as Record<string, unknown>)[property];
    const previousValue = (before as Record<string, unknown> | null | undefined)?.[property];
    values[property] = readValue(fieldOf(model, property), inputValue === undefined ? previousValue : inputValue);
  }
  return { values: values as Values, faults: faultsOf(type, values) };
}

/** Reads an input like `readInput`. @throws Refusal BAD_INPUT naming all fields, if there are faults. */
export function readValidInput<Values extends object>(
  type: InputClass<Values>,
  input: object,
  before?: Partial<NoInfer<Values>> | null,
): Values {
  const { values, faults } = readInput(type, input, before);
  refuseFaults(faults);
  return values;
}

/** `at` prefixes the names of the faults (`shifts.0.`). */
export function faultsOf(type: Type, values: object, at = ''): Faults {
  const { model, required, optional } = shapeOf(type);
  const faults: Faults = {};
  for (const property of [...required, ...optional]) {
    const value = (values as Record<string, unknown>)[property];
    const fault = faultOf(fieldOf(model, property), value);
    if (fault) faults[at + property] = fault;
  }
  return faults;
}

function faultOf(field: ModelField, value: unknown): string | null {
  if (value === null || value === '') return field.required ? 'required' : null;
  return field.fault?.(value as never) ?? null;
}

function readValue(field: ModelField, inputValue: unknown): unknown {
  if (inputValue === undefined || inputValue === null) return field.empty;
  const value = field.tidy ? field.tidy(inputValue as never) : inputValue;
  // Empty text in a nullable field is stored as null.
  return value === '' && field.options.nullable ? null : value;
}

/** @throws Refusal BAD_INPUT naming all fields, if there are faults. */
export function refuseFaults(faults: Faults): void {
  if (Object.keys(faults).length > 0) throw badInput(faults);
}

export function changedValues<T extends object>(before: T, after: Partial<T>): Partial<T> {
  const changed = Object.entries(after).filter(([name, value]) => !isDeepStrictEqual(before[name as keyof T], value));
  return Object.fromEntries(changed) as Partial<T>;
}

export function fieldsOfInput(type: Type): string[] {
  const { required, optional } = shapeOf(type);
  return [...required, ...optional];
}

export function inputFrom<T extends object>(type: Type, row: T): T {
  return Object.fromEntries(fieldsOfInput(type).map((name) => [name, row[name as keyof T]])) as T;
}
