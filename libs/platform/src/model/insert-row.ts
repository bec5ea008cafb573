import type { EntityManager, ObjectLiteral, ObjectType, QueryDeepPartialEntity } from 'typeorm';

type RowWithId = ObjectLiteral & { id: string };

/** Pass `tx.manager` in a transaction. */
export async function insertRow<T extends RowWithId>(
  manager: EntityManager,
  model: ObjectType<T>,
  values: Partial<NoInfer<T>>,
): Promise<string> {
  const { identifiers } = await manager.insert<T>(model, { ...values } as QueryDeepPartialEntity<T>);
  return (identifiers[0] as { id: string }).id;
}

/** Null if a unique constraint already has such a row. */
export async function insertRowOnce<T extends RowWithId>(
  manager: EntityManager,
  model: ObjectType<T>,
  values: Partial<NoInfer<T>>,
): Promise<string | null> {
  const insert = manager.createQueryBuilder().insert().into<T>(model);
  const { raw } = await insert
    .values({ ...values } as QueryDeepPartialEntity<T>)
    .orIgnore()
    .execute();
  return (raw as { id: string }[])[0]?.id ?? null;
}
