import { parse } from 'libpg-query';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables with at most some thousand rows in any organization: reading one under a lock takes milliseconds. */
const smallTables =
  /^(?:learning|opportunities)\.|^events\.(?:event|series|shift)$|^fundraising\.(?:campaign|file|ledger_check|page)$|^identity\.(?:chapter|chapter_person|data_link|data_request|notice|role_request)$|^outreach\.(?:document|photo\w*|team_member)$/;

type Node = Record<string, unknown>;

/**
 * Returns the statements of unreleased migrations that would lock a table for as long as reading it takes, in the order
 * of the migrations. Tables that they create are empty.
 */
export async function findLongLocks(migrations: ReadonlyArray<new () => MigrationInterface>): Promise<string[]> {
  const created = new Set<string>();
  const problems: string[] = [];
  for (const Migration of migrations) {
    const migration = new Migration();
    const isOnline = migration.transaction === false;
    for (const sql of await statementsOf(migration)) {
      for (const [kind, statement] of ((await parse(sql)).stmts ?? []).flatMap(({ stmt = {} }) => withCtes(stmt))) {
        if (kind === 'CreateStmt') created.add(tableOf(statement['relation']));
        for (const { table, what } of locksOf(kind, statement, isOnline)) {
          if (!created.has(table) && !smallTables.test(table)) problems.push(`${Migration.name}: ${what} on ${table}.`);
        }
      }
    }
  }
  return problems;
}

/** Returns a statement and those in its WITH clause, which may be updates. */
function withCtes(stmt: object): Array<[string, Node]> {
  return Object.entries(stmt as Record<string, Node>).flatMap(([kind, statement]) => {
    const { ctes } = (statement['withClause'] ?? {}) as Node;
    const queries = list(ctes).map(({ CommonTableExpr }) => (CommonTableExpr as Node)['ctequery'] as object);
    return [[kind, statement] as [string, Node], ...queries.flatMap(withCtes)];
  });
}

interface Lock {
  table: string;
  what: string;
}

function locksOf(kind: string, statement: Node, isOnline: boolean): Lock[] {
  if (kind === 'IndexStmt') {
    if (isOnline && statement['concurrent'] === true) return [];
    return [{ table: tableOf(statement['relation']), what: 'CREATE INDEX without CONCURRENTLY' }];
  }
  if (kind === 'UpdateStmt' || kind === 'DeleteStmt') {
    if (isOnline) return [];
    const what = `${kind === 'UpdateStmt' ? 'UPDATE' : 'DELETE'} in a transaction`;
    return [{ table: tableOf(statement['relation']), what }];
  }
  if (kind !== 'AlterTableStmt' || statement['objtype'] !== 'OBJECT_TABLE') return [];
  const table = tableOf(statement['relation']);
  return list(statement['cmds'])
    .map((command) => lockOfCommand(command['AlterTableCmd'] as Node, isOnline))
    .filter((what) => what !== null)
    .map((what) => ({ table, what }));
}

function lockOfCommand({ subtype, def }: Node, isOnline: boolean): string | null {
  switch (subtype) {
    case 'AT_AddConstraint':
      return lockOfConstraint((def as Node)['Constraint'] as Node);
    case 'AT_AddColumn': {
      const constraints = list(((def as Node)['ColumnDef'] as Node)['constraints']);
      const read = constraints.map(({ Constraint }) => (Constraint as Node)['contype']);
      return read.some((type) => ['CONSTR_CHECK', 'CONSTR_FOREIGN', 'CONSTR_UNIQUE'].includes(type as string))
        ? 'ADD COLUMN with a constraint (add it NOT VALID)'
        : null;
    }
    case 'AT_ValidateConstraint':
      return isOnline ? null : 'VALIDATE CONSTRAINT in a transaction';
    case 'AT_SetNotNull':
      return 'SET NOT NULL';
    case 'AT_AlterColumnType':
      return 'ALTER COLUMN TYPE';
    default:
      return null;
  }
}

function lockOfConstraint(constraint: Node): string | null {
  // PostgreSQL's parser sets the field only for constraints that are valid from the start.
  if (constraint['skip_validation'] === true || constraint['indexname'] !== undefined) return null;
  return 'ADD CONSTRAINT without NOT VALID';
}

function tableOf(relation: unknown): string {
  const { schemaname = 'public', relname } = relation as { schemaname?: string; relname: string };
  return `${schemaname}.${relname}`;
}

function list(nodes: unknown): Node[] {
  return (nodes ?? []) as Node[];
}

/** Collects what the migration runs, with empty results for what it reads. */
async function statementsOf(migration: MigrationInterface): Promise<string[]> {
  const statements: string[] = [];
  const runner = {
    data: {},
    query(sql: string) {
      statements.push(sql);
      return Promise.resolve([]);
    },
  };
  await migration.up(runner as unknown as QueryRunner);
  return statements;
}
