import { DefaultNamingStrategy } from 'typeorm';

/** `startsAtLocal` as PostgreSQL has it: `starts_at_local`. */
export function snakeCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Columns are called like the property, in the database's own manner; nobody writes a name twice. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string): string {
    return custom || snakeCase(property);
  }
}
