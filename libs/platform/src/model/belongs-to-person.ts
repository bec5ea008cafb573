import { columnName } from './model-fields.js';

/** The column that references the person a row belongs to, and the kind of person. */
export interface PersonColumn {
  column: string;
  noun: string;
}

const personColumns = new WeakMap<object, PersonColumn>();

/**
 * Marks the field that references the person a row belongs to.
 * The database rejects new rows for an erased person (db/functions/platform/refuse_erased_person.sql).
 * @param noun name of the table of the people, if the field isn't named after it; its `email` column shows who was erased
 */
export function BelongsToPerson(noun?: string): PropertyDecorator {
  return (prototype, key) => {
    const column = columnName(String(key));
    personColumns.set(prototype, { column, noun: noun ?? column.replace(/_id$/, '') });
  };
}

export function personColumnOf(model: abstract new () => object): PersonColumn | null {
  return personColumns.get(model.prototype as object) ?? null;
}
