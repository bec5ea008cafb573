import { columnName } from './model-fields.js';

/** The column that names the person a row belongs to, and the table of these persons. */
export interface PersonColumn {
  column: string;
  table: string;
}

const personColumns = new WeakMap<object, PersonColumn>();

/**
 * Marks the field that names the person a row belongs to. The database refuses new rows for a person who was erased
 * (db/functions/platform/refuse_erased_person.sql).
 *
 * @param table table of the persons, such as `volunteers.volunteer`; its `email` column shows who was erased
 */
export function OfPerson(table: string): PropertyDecorator {
  return (prototype, key) => {
    personColumns.set(prototype, { column: columnName(String(key)), table });
  };
}

/** Returns the column marked with `@OfPerson`, or null. */
export function personColumnOf(model: abstract new () => object): PersonColumn | null {
  return personColumns.get(model.prototype as object) ?? null;
}
