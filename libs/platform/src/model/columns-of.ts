import { fieldOf, fieldsOf, isVisibleTo, type Audience, type Model, type ModelField } from './model-fields.js';

/**
 * Returns the select list of a model for hand-written SQL: `e.time_zone AS "timeZone"`.
 * `which` lists properties, or is an audience to select everything it can see. `instants: 'text'` returns timestamps
 * as UTC text (see `toApiTimestamp`) and lists as JSON, because converting a page's 160 timestamps to `Date` and back is
 * expensive. `under: 'event'` prefixes the names for `nested`: `"event.title"`.
 */
export function selectList<T>(
  model: Model<T>,
  alias: string,
  which: ReadonlyArray<keyof T & string> | Audience,
  options: { instants?: 'date' | 'text'; under?: string; except?: ReadonlyArray<keyof T & string> } = {},
): string {
  const { instants = 'date', under: prefix = '', except: excluded = [] } = options;
  const fields =
    typeof which === 'string'
      ? fieldsOf(model as Model).filter((field) => isVisibleTo(field, which))
      : which.map((property) => fieldOf(model as Model, property));
  return fields
    .filter((field) => field.column !== null && !(excluded as readonly string[]).includes(field.property))
    .map((field) => `${valueOf(field, alias, instants)} AS "${prefix && `${prefix}.`}${field.property}"`)
    .join(', ');
}

function valueOf(field: ModelField, alias: string, instants: 'date' | 'text'): string {
  const column = `${alias}.${field.column}`;
  if (instants === 'date') return column;
  if (field.isInstant) return `(${column} AT TIME ZONE 'UTC')::text`;
  return field.isList ? `array_to_json(${column})` : column;
}

/** PostgreSQL writes '2026-12-05 17:00:00'. */
export function toApiTimestamp(text: string): string {
  const time = text.length === 19 ? `${text.slice(11)}.000` : text.slice(11).padEnd(12, '0');
  return `${text.slice(0, 10)}T${time}Z`;
}

/** `"event.title"` becomes `row.event.title`. See `under` of `selectList`. */
export function nestColumns<T>(row: object): T {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    const dot = name.indexOf('.');
    if (dot < 0) result[name] = value;
    else ((result[name.slice(0, dot)] ??= {}) as Record<string, unknown>)[name.slice(dot + 1)] = value;
  }
  return result as T;
}
