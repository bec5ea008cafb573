import { DefaultNamingStrategy } from 'typeorm';

export function snakeCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string): string {
    return custom || snakeCase(property);
  }
}
