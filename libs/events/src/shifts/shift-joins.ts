const joinEvent = 'JOIN events.event e ON e.id = s.event_id';

/** SQL: each shift `s` with its event `e`. */
export const shiftTables = `events.shift s ${joinEvent}`;

/** SQL: joins the shift `s` of a record and its event `e`. `record` is the alias of its table. */
export const joinShift = (record: string): string => `JOIN events.shift s ON s.id = ${record}.shift_id ${joinEvent}`;

/** SQL: each sign-up `u` with its shift `s` and event `e`. */
export const signupTables = `events.signup u ${joinShift('u')}`;
