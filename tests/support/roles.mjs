/** The roles of a database as `npm start` makes them: tests and benches use the very same. */
export { giveDatabase, makeKeyDatabase, makeRoles, urlsOf } from '../../tools/lib/database-roles.mjs';
