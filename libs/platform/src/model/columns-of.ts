import { fieldOf, fieldsOf, isSeenBy, type Audience, type Model, type ModelField } from './model-fields.js';

/**
 * The select list of a model for hand-written SQL, each column under the name of its property: `e.time_zone AS
 * "timeZone"`. `which` are names, or an audience for all that it sees. With `instants: 'text'` moments come as text in
 * UTC (`'2026-12-05 17:00:00'`, see `instantFrom`) and lists as JSON: a page has a hundred and sixty of them, and making a
 * `Date` of each only to write it again costs. `except` leaves out what is long and not always asked for.
 */
export function columnsOf<T>(
  model: Model<T>,
  as: string,
  which: ReadonlyArray<keyof T & string> | Audience,
  { instants = 'date', except = [] }: { instants?: 'date' | 'text'; except?: ReadonlyArray<keyof T & string> } = {},
): string {
  const fields =
    typeof which === 'string'
      ? fieldsOf(model as Model).filter((field) => isSeenBy(field, which))
      : which.map((property) => fieldOf(model as Model, property));
  return fields
    .filter((field) => field.column !== null && !(except as readonly string[]).includes(field.property))
    .map((field) => `${valueOf(field, as, instants)} AS "${field.property}"`)
    .join(', ');
}

function valueOf(field: ModelField, as: string, instants: 'date' | 'text'): string {
  const column = `${as}.${field.column}`;
  if (instants === 'date') return column;
  if (field.isInstant) return `(${column} AT TIME ZONE 'UTC')::text`;
  return field.isList ? `array_to_json(${column})` : column;
}

/** '2026-12-05 17:00:00', which PostgreSQL gives with a fraction if there is any, as the API writes instants. */
export function instantFrom(text: string): string {
  const time = text.length === 19 ? `${text.slice(11)}.000` : text.slice(11).padEnd(12, '0');
  return `${text.slice(0, 10)}T${time}Z`;
}
