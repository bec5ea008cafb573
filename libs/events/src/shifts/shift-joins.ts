const joinEvent = 'JOIN events.event e ON e.id = s.event_id';

/** SQL: each shift `s` with its event `e`. */
export const shiftTables = `events.shift s ${joinEvent}`;

/** SQL: joins the shift `s` of a record. `record` is the alias of its table. */
export const joinShift = (record: string): string => `JOIN events.shift s ON s.id = ${record}.shift_id`;

/** SQL: joins the shift `s` of a record and its event `e`. `record` is the alias of its table. */
export const joinShiftAndEvent = (record: string): string => `${joinShift(record)} ${joinEvent}`;

/** SQL: each sign-up `u` with its shift `s`. */
export const signupsOnShifts = `events.signup u ${joinShift('u')}`;

/** SQL: each sign-up `u` with its shift `s` and event `e`. */
export const signupTables = `${signupsOnShifts} ${joinEvent}`;

/** SQL: true for sign-ups `u` on a shift of the event. */
export const isOnShiftOf = (eventId: string): string =>
  `u.shift_id IN (SELECT id FROM events.shift WHERE event_id = ${eventId})`;

/** SQL: the end of the event's last shift. */
export const lastEndOf = (eventId: string): string =>
  `(SELECT max(s.ends_at) FROM events.shift s WHERE s.event_id = ${eventId})`;

/** SQL rows: the shift of the event with this role. `number` tells shifts of the same role apart, by start. */
export const shiftInRole = (eventId: string, role: string, number: string): string =>
  `(SELECT id, starts_at FROM events.shift WHERE event_id = ${eventId} AND role = ${role}
    ORDER BY starts_at, position, id OFFSET ${number} - 1 LIMIT 1)`;

/** SQL rows: the ID and the time of these shifts, in the format of `signup.during`. */
export const timesOf = (shiftIds: string): string =>
  `(SELECT id, tstzrange(starts_at, ends_at, '[)') AS during FROM events.shift WHERE id = ANY (${shiftIds}::uuid[]))`;
