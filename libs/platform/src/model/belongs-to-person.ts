import { columnName } from './model-fields.js';

/** The column that references the person a row belongs to, and the table it references. */
export interface PersonColumn {
  column: string;
  table: string;
}

const personColumns = new WeakMap<object, PersonColumn>();

/**
 * Marks the field that references the person a row belongs to.
 * The database rejects new rows for an erased person (db/functions/platform/refuse_erased_person.sql).
 * @param table table of the people, for example `volunteers.volunteer`; its `email` column shows who was erased
 */
export function BelongsToPerson(table: string): PropertyDecorator {
  return (prototype, key) => {
    personColumns.set(prototype, { column: columnName(String(key)), table });
  };
}

export function personColumnOf(model: abstract new () => object): PersonColumn | null {
  return personColumns.get(model.prototype as object) ?? null;
}
