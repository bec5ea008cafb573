/** SQL: joins the sign-up `u` of a record. `record` is the alias of its table. */
export const joinSignup = (record: string): string => `JOIN events.signup u ON u.id = ${record}.signup_id`;
