import { DefaultNamingStrategy } from 'typeorm';

/** Converts `startsAtLocal` to `starts_at_local`. */
export function snakeCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Derives column names from property names. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string): string {
    return custom || snakeCase(property);
  }
}
