import { getMetadataArgsStorage } from 'typeorm';

interface Row {
  target: unknown;
  propertyName: string;
}

/** Finds the arguments of one TypeORM decorator by class. */
class RowsByClass<R extends Row> {
  private readonly byClass = new Map<unknown, Array<{ row: R; position: number }>>();
  private indexed = 0;

  constructor(private readonly rows: readonly R[]) {}

  /** Returns the rows of one or several classes, in the order of the list. */
  find(target: unknown): R[] {
    this.indexNewRows();
    const found = [target].flat().flatMap((one) => this.byClass.get(one) ?? []);
    return found.sort((a, b) => a.position - b.position).map(({ row }) => row);
  }

  private indexNewRows(): void {
    for (; this.indexed < this.rows.length; this.indexed += 1) {
      const row = this.rows[this.indexed]!;
      const ofClass = this.byClass.get(row.target) ?? [];
      ofClass.push({ row, position: this.indexed });
      this.byClass.set(row.target, ofClass);
    }
  }
}

/** TypeORM searches all columns of all entities for each column, which took 85 ms of CPU time per app. */
export function indexEntities(): void {
  const storage = getMetadataArgsStorage();
  const [columns, generations] = [new RowsByClass(storage.columns as Row[]), new RowsByClass(storage.generations)];
  storage.findGenerated = (target: unknown, propertyName: string) =>
    generations.find(target).find((generated) => generated.propertyName === propertyName);
  storage.filterColumns = ((target: unknown) => {
    const found = columns.find(target);
    const firstOf = (name: string) => found.find(({ propertyName }) => propertyName === name);
    return found.filter((column) => column === firstOf(column.propertyName));
  }) as typeof storage.filterColumns;
}
