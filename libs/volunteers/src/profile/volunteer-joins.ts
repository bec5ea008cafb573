/** SQL: joins the volunteer `v` of a record. `record` is the alias of its table. */
export const joinVolunteer = (record: string): string => `JOIN volunteers.volunteer v ON v.id = ${record}.volunteer_id`;
