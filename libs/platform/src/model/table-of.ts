import { getMetadataArgsStorage } from 'typeorm';

/** @throws Error in a decorator below `@Entity`, because decorators run from the bottom up */
export function tableOf(entity: object & { name: string }): { schema: string; name: string } {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity);
  if (!table?.schema || !table.name) throw new Error(`${entity.name} has no table name yet. Put @Entity below.`);
  return { schema: table.schema, name: table.name };
}
