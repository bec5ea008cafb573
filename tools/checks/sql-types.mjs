import { databases } from './sql/databases.mjs';
import { describe } from './sql/describe.mjs';
import { faultsOf } from './sql/judge.mjs';
import { proofCases, proofFile, proofPrelude } from './sql/proofs.mjs';
import { programOf, statementsIn } from './sql/statements.mjs';

/**
 * Checks row and parameter types of SQL statements (`query<Row>(sql, params)`) against a migrated database, which
 * describes each statement without running it. Known wrong statements are checked first, to prove that errors are
 * found.
 */
const server = process.env.TEST_DATABASE_URL;
if (!server) throw new Error('TEST_DATABASE_URL is missing: a PostgreSQL server that describes the statements.');

/** Generic query functions; their callers provide the SQL. */
const doors = /^libs\/platform\/src\/(database|csv)\/|^libs\/platform\/src\/graphql\/pages\/|\/sealed-tx\.ts/;
/** Maximum percentage of statements with a text known only at runtime. */
const maxUnknown = 8;

const { app, keys, close } = await databases(server);
const statements = await statementsIn(programOf({ [proofFile]: proofPrelude }));
const complaints = [];
let texts = 0;
for (const statement of statements) {
  if (proofFile.endsWith(statement.at.split(':')[0])) complaints.push(...(await isMisjudged(statement)));
  else complaints.push(...(await faultsIn(statement)).map((fault) => `${statement.at} ${fault}`));
  texts += statement.texts.length;
}
await close();

const unknown = statements.filter((one) => one.texts.length === 0 && !doors.test(one.at));
if (proofCases.length !== statements.filter(({ at }) => proofFile.endsWith(at.split(':')[0])).length)
  complaints.push('Not every sample statement was checked.');
if (unknown.length > (statements.length * maxUnknown) / 100)
  complaints.push(`${unknown.length} of ${statements.length} statements are known only at runtime: too many.`);
console.log(
  `${statements.length} statements (${texts} texts) were checked; ${unknown.length} are known only at runtime:\n  ` +
    unknown.map(({ at, why }) => `${at} (${why.replace(/\s+/g, ' ')})`).join('\n  '),
);
if (complaints.length > 0) {
  console.error([...new Set(complaints)].join('\n'));
  process.exit(1);
}

async function faultsIn(statement) {
  const faults = [];
  for (const text of statement.texts) {
    try {
      const [said, { mayBeNothing }] = await described(text);
      // The conditions of a list aren't known statically.
      faults.push(...faultsOf(statement, said, statement.isList ? () => false : mayBeNothing(text)));
    } catch (error) {
      faults.push(`is refused: ${error.message}`);
    }
  }
  return faults;
}

/** Tries the application database, then the key database. */
async function described(text) {
  try {
    return [await describe(app.client, text), app];
  } catch (error) {
    const said = await describe(keys.client, text).catch(() => null);
    if (!said) throw error;
    return [said, keys];
  }
}

async function isMisjudged(statement) {
  const { code, fault } =
    proofCases[Number(statement.at.split(':')[1]) - proofPrelude.split('\n').indexOf(proofCases[0].code) - 1];
  const found = await faultsIn(statement);
  const isRight = fault === null ? found.length === 0 && statement.texts.length > 0 : found.includes(fault);
  return isRight
    ? []
    : [`${code}\n  should report ${fault ?? 'nothing'}, but reported ${found.join('; ') || 'nothing'}.`];
}
