import pg from 'pg';
import type { Values } from '@upstander/platform';

/** Inlines the values into the SQL, because COPY takes no parameters. */
export function inlineValues(sql: string, { list }: Values): string {
  return sql.replace(/\$(\d+)/g, (_, n: string) => literal(list[Number(n) - 1]));
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]`;
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}
