import type pg from 'pg';

/** Our own schemas, without those of extensions and PostgreSQL. */
const ownSchemas = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
const notInExtension = (oid: string, kind: string) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${kind}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
/** Omits MAINTAIN, which owners have from PostgreSQL 17 and older dumps lack. */
const rightsQuery = (acl: string, kind: string, owner: string) =>
  `(SELECT string_agg(grantee::regrole || ' ' || privilege_type, ',' ORDER BY 1)
    FROM aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) WHERE privilege_type <> 'MAINTAIN')`.replace(
    'grantee::regrole',
    `CASE grantee WHEN 0 THEN 'public' ELSE grantee::regrole::text END`,
  );

const questions = [
  `SELECT 'extension ' || extname FROM pg_extension`,
  `SELECT format('schema %I of %s, %s', nspname, nspowner::regrole, ${rightsQuery('nspacl', 'n', 'nspowner')})
   FROM pg_namespace n WHERE ${ownSchemas}`,
  `SELECT format('%s %s of %s, rows %s %s, %s', c.relkind, c.oid::regclass, c.relowner::regrole, c.relrowsecurity,
     c.relforcerowsecurity, ${rightsQuery('c.relacl', 'r', 'c.relowner')})
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ownSchemas} AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
     AND ${notInExtension('c.oid', 'pg_class')}`,
  `SELECT format('column %s.%I %s %s default %s %s%s, %s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
     CASE WHEN a.attnotnull THEN 'not null' END, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,
     coalesce(a.attacl::text, ''))
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE ${ownSchemas} AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped`,
  // NOT NULL is part of the column. PostgreSQL 18 also lists it as a constraint, with a name that older versions don't
  // keep.
  `SELECT format('constraint %s %I %s', coalesce(nullif(k.conrelid, 0)::regclass::text, k.contypid::regtype::text), k.conname,
     pg_get_constraintdef(k.oid))
   FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE ${ownSchemas} AND k.contype <> 'n'`,
  `SELECT pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' (not valid)' END
   FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ownSchemas}`,
  `SELECT format('of %s, %s %s', p.proowner::regrole, ${rightsQuery('p.proacl', 'f', 'p.proowner')}, pg_get_functiondef(p.oid))
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE ${ownSchemas} AND p.prokind IN ('f', 'p') AND ${notInExtension('p.oid', 'pg_proc')}`,
  // Ignores parentheses, because dumps add some.
  `SELECT format('%s %s', t.tgenabled, translate(pg_get_triggerdef(t.oid), '()', ''))
   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${ownSchemas} AND NOT t.tgisinternal`,
  `SELECT format('policy %I on %I.%I %s %s to %s using %s check %s', policyname, schemaname, tablename, permissive, cmd, roles,
     qual, with_check) FROM pg_policies`,
  `SELECT format('type %s %s %s', t.oid::regtype, t.typtype, (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
     FROM pg_enum e WHERE e.enumtypid = t.oid))
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
   WHERE ${ownSchemas} AND t.typtype IN ('e', 'd', 'r') AND ${notInExtension('t.oid', 'pg_type')}`,
];

/** Describes everything in a database except rows, one line each. Equal databases give equal lines. */
export async function catalogOf(client: pg.Client): Promise<string[]> {
  // Makes names include their schema.
  await client.query('SET search_path = pg_catalog');
  const lines: string[] = [];
  for (const sql of questions) {
    const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' });
    lines.push(...rows.map(([line]) => line ?? ''));
  }
  return lines.sort();
}
