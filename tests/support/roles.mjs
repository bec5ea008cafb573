/** Creates database roles like `npm start`, for tests and benches. */
export { giveDatabase, makeKeyDatabase, makeRoles, urlsOf } from '../../tools/lib/database-roles.mjs';
