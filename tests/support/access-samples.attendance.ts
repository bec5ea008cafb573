import { Doors } from '@upstander/events';
import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aCredentialType, requireForShift } from './credentials.js';
import { aShift, aSignup } from './factories.js';
import { groupSamples } from './access-samples.groups.js';

/** Creates a sign-up for a shift this morning. It's marked as past, so lists of upcoming shifts don't fill up. */
async function signupToday({ app, chapter }: Place): Promise<{ id: string; shiftId: string; eventId: string }> {
  const startsAt = new Date(Date.now() - 6 * 3_600_000);
  const shift = await aShift(app.db, { event: { chapterId: chapter.id, startsAt } });
  const { id } = await aSignup(app.db, { shiftId: shift.id });
  return { id, shiftId: shift.id, eventId: shift.eventId };
}

const nodes = (answer: unknown) =>
  (answer as { edges: Array<{ node: { id: string } }> }).edges.map(({ node }) => node.id);

/** Returns the caller as a volunteer, or a new volunteer without a session. */
async function volunteerOf({ app, caller }: Place): Promise<string> {
  const email = caller.email ?? `${randomUUID()}@example.org`;
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO volunteers.volunteer (email, name, proven_at) VALUES ($1, 'Ana Reyes', now())
     ON CONFLICT (email) DO UPDATE SET proven_at = coalesce(volunteer.proven_at, now()) RETURNING id`,
    [email],
  );
  return row!.id;
}

async function hoursIn({ app, chapter }: Place, volunteerId?: string): Promise<string> {
  const id = volunteerId ?? (await aSignup(app.db, { shift: { event: { chapterId: chapter.id } } })).volunteerId;
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO volunteers.hours (volunteer_id, chapter_id, day, minutes, what, status, created_at)
     VALUES ($1, $2, '2026-11-01', 60, 'Flyers', $3, now()) RETURNING id`,
    [id, chapter.id, volunteerId ? 'approved' : 'claimed'],
  );
  return row!.id;
}

const signupSample: MakeSample = async (place) => ({ variables: { signupId: (await signupToday(place)).id } });

const ofEvent: MakeSample = async (place) => ({ variables: { eventId: (await createCurrentEvent(place)).eventId } });

/** Creates a sign-up like `signupToday`, for a shift in progress, whose check-in pages work. */
async function createCurrentEvent({ app, chapter }: Place): Promise<{ id: string; eventId: string }> {
  const startsAt = new Date(Date.now() - 3_600_000);
  const shift = await aShift(app.db, { event: { chapterId: chapter.id, startsAt, status: 'completed' } });
  const { id } = await aSignup(app.db, { shiftId: shift.id });
  return { id, eventId: shift.eventId };
}

async function upcomingSignup({ app, chapter }: Place): Promise<{ id: string; shiftId: string; volunteerId: string }> {
  return aSignup(app.db, { shift: { event: { chapterId: chapter.id } } });
}

async function requestIn(place: Place): Promise<{ id: string; shiftId: string; token: string }> {
  const { shiftId } = await upcomingSignup(place);
  const { volunteerId } = await upcomingSignup(place);
  const [request] = await place.app.db.query<{ id: string }>(
    'INSERT INTO events.shift_request (shift_id, volunteer_id, asked_at) VALUES ($1, $2, now()) RETURNING id',
    [shiftId, volunteerId],
  );
  return { id: request!.id, shiftId, token: place.app.nest.get(SignedIds).sign('shift-request', request!.id) };
}

/** Makes someone the lead of a shift in progress. */
async function leadOf(place: Place): Promise<{ token: string; signupId: string }> {
  const { id: signupId } = await createCurrentEvent(place);
  const [lead] = await place.app.db.query<{ id: string }>(
    `INSERT INTO events.shift_lead (signup_id, shift_id, appointed_at)
     SELECT id, shift_id, now() FROM events.signup WHERE id = $1 RETURNING id`,
    [signupId],
  );
  return { token: place.app.nest.get(SignedIds).sign('shift-lead', lead!.id), signupId };
}

async function messageIn(place: Place): Promise<{ id: string; eventId: string }> {
  const { eventId } = await signupToday(place);
  const [message] = await place.app.db.query<{ id: string }>(
    `INSERT INTO events.event_message (event_id, audience, subject, body, created_at, send_at)
     VALUES ($1, 'everyone', 'Parking', 'Behind the hall.', now(), now() + interval '1 year') RETURNING id`,
    [eventId],
  );
  return { id: message!.id, eventId };
}

async function messageInput(place: Place) {
  const { eventId } = await signupToday(place);
  return { eventId, audience: { kind: 'EVERYONE' }, subject: 'Thank you', body: 'See you there.' };
}

async function kioskToken({ app }: Place, eventId: string): Promise<string> {
  await app.db.query('INSERT INTO events.event_door (event_id, kiosk_open) VALUES ($1, true)', [eventId]);
  return app.nest.get(SignedIds).sign('kiosk', eventId);
}

export const hoursRouteSamples: Record<string, MakeSample> = {
  'GET /exports/my-hours.pdf': async (place) => {
    await hoursIn(place, await volunteerOf(place));
    return { path: '/exports/my-hours.pdf?from=2026-11-01&to=2026-11-30' };
  },
  'GET /exports/volunteers/:id/hours.pdf': async (place) => {
    const { volunteerId } = await aSignup(place.app.db, { shift: { event: { chapterId: place.chapter.id } } });
    await hoursIn(place, volunteerId);
    return { path: `/exports/volunteers/${volunteerId}/hours.pdf?from=2026-11-01&to=2026-11-30` };
  },
  'GET /hours/:token.pdf': async (place) => {
    const volunteerId = await volunteerOf(place);
    await hoursIn(place, volunteerId);
    const token = place.app.nest.get(SignedIds).sign('hours-letter', volunteerId);
    return { path: `/hours/${token}.pdf?from=2026-11-01&to=2026-11-30` };
  },
};

export const attendanceSamples: Record<string, MakeSample> = {
  ...groupSamples,
  attendance: async (place) => ({ variables: { eventId: (await signupToday(place)).eventId } }),
  // Sign-ups of others are reported as not found, each separately.
  recordAttendance: async (place) => ({
    variables: { marks: [{ id: randomUUID(), signupId: (await signupToday(place)).id, kind: 'CHECK_IN' }] },
    select: '{ code }',
    sees: (answer) => (answer as Array<{ code: string }>)[0]?.code === 'RECORDED',
  }),
  shiftGaps: async (place) => {
    const { eventId, shiftId } = await signupToday(place);
    return {
      variables: { eventId },
      select: '{ shiftId }',
      sees: (answer) => (answer as Array<{ shiftId: string }>).some((gap) => gap.shiftId === shiftId),
    };
  },
  overrideSafeguarding: async (place) => {
    const { eventId, shiftId } = await signupToday(place);
    await place.app.db.query('UPDATE events.event SET with_minors = true WHERE id = $1', [eventId]);
    return { variables: { shiftId, reason: 'The teacher of the class is there.' }, select: '{ shiftId }' };
  },
  askForAges: async (place) => ({ variables: { shiftId: (await signupToday(place)).shiftId } }),
  offerSpotsToAdults: async (place) => ({ variables: { shiftId: (await signupToday(place)).shiftId } }),
  eventAudience: async (place) => ({
    variables: { eventId: (await signupToday(place)).eventId, audience: { kind: 'EVERYONE' } },
  }),
  eventMessages: async (place) => {
    const { eventId } = await messageIn(place);
    return { variables: { eventId } };
  },
  eventMessage: async (place) => ({ variables: { id: (await messageIn(place)).id } }),
  eventMessageRecipients: async (place) => ({ variables: { messageId: (await messageIn(place)).id } }),
  sendEventMessage: async (place) => ({ variables: { input: await messageInput(place) }, select: '{ id }' }),
  testEventMessage: async (place) => {
    const { eventId, subject, body } = await messageInput(place);
    return { variables: { input: { eventId, subject, body } }, select: '{ eventId }' };
  },
  stopEventMessage: async (place) => ({ variables: { id: (await messageIn(place)).id }, select: '{ id }' }),
  answerAge: async (place) => {
    const shift = await aShift(place.app.db, { event: { chapterId: place.chapter.id } });
    const { id } = await aSignup(place.app.db, { shiftId: shift.id });
    const input = { token: place.app.nest.get(SignedIds).sign('signup', id), isAdult: true };
    return { variables: { input }, select: '{ signup { id } }' };
  },
  doorWaivers: async (place) => {
    const { eventId, shiftId } = await signupToday(place);
    const { id } = await aCredentialType(place.app.db, { kind: 'waiver' });
    await requireForShift(place.app.db, shiftId, id);
    return {
      variables: { eventId },
      select: '{ typeId }',
      sees: (answer) => (answer as Array<{ typeId: string }>).some(({ typeId }) => typeId === id),
    };
  },
  doorSignatures: async (place) => ({ variables: { eventId: (await signupToday(place)).eventId }, select: '{ id }' }),
  signWaiverAtDoor: async (place) => {
    const { id: signupId } = await signupToday(place);
    const { id: typeId } = await aCredentialType(place.app.db, { kind: 'waiver' });
    return { variables: { signupId, waiver: { id: randomUUID(), typeId, version: 1, name: 'Ana Reyes' } } };
  },
  presentEmergencyContacts: ofEvent,
  appointShiftLead: async (place) => ({ variables: { signupId: (await upcomingSignup(place)).id } }),
  dismissShiftLead: signupSample,
  shiftCandidates: async (place) => {
    const { shiftId } = await upcomingSignup(place);
    // Known to the chapter, and free at the time of the shift.
    const startsAt = new Date(Date.now() - 6 * 3_600_000);
    const { volunteerId } = await aSignup(place.app.db, {
      shift: { event: { chapterId: place.chapter.id, startsAt } },
    });
    return {
      variables: { shiftId, first: 100 },
      select: '{ edges { node { id } } }',
      sees: (answer) => nodes(answer).includes(volunteerId),
    };
  },
  shiftRequests: async (place) => {
    const { id, shiftId } = await requestIn(place);
    return {
      variables: { shiftId },
      select: '{ id }',
      sees: (answer) => (answer as Array<{ id: string }>).some((request) => request.id === id),
    };
  },
  requestVolunteers: async (place) => {
    const { shiftId } = await upcomingSignup(place);
    return { variables: { shiftId, volunteerIds: [(await upcomingSignup(place)).volunteerId] } };
  },
  shiftInvitation: async (place) => ({ variables: { token: (await requestIn(place)).token }, select: '{ id }' }),
  answerShiftRequest: async (place) => ({
    variables: { input: { token: (await requestIn(place)).token, accept: false } },
    select: '{ id }',
  }),
  leadDesk: async (place) => ({ variables: { token: (await leadOf(place)).token }, select: '{ role }' }),
  leadCheckIn: async (place) => {
    const { token, signupId } = await leadOf(place);
    const variables = { token, input: { id: randomUUID(), signupId, kind: 'CHECK_IN' } };
    return { variables, select: '{ role }' };
  },
  checkIn: signupSample,
  checkOut: signupSample,
  markNoShow: signupSample,
  correctAttendance: async (place) => {
    const { id } = await signupToday(place);
    return { variables: { signupId: id, arrivedAt: new Date(Date.now() - 5 * 3_600_000).toISOString() } };
  },
  undoCheckIn: async (place) => {
    const { id } = await signupToday(place);
    await place.app.db.query(
      `INSERT INTO events.attendance_mark (id, signup_id, kind, at, heard_at) VALUES (gen_random_uuid(), $1, 'check_in', now(), now())`,
      [id],
    );
    return { variables: { signupId: id } };
  },
  eventHours: async (place) => ({ variables: { eventId: (await signupToday(place)).eventId } }),
  approveHours: async (place) => ({ variables: { eventId: (await signupToday(place)).eventId } }),
  recentHours: () => ({}),
  hoursReport: async (place) => {
    await hoursIn(
      place,
      (await aSignup(place.app.db, { shift: { event: { chapterId: place.chapter.id } } })).volunteerId,
    );
    return { variables: { from: '2026-11-01', to: '2026-11-30', chapterId: place.chapter.id } };
  },
  attendanceReport: async (place) => {
    await signupToday(place);
    return { variables: { from: '2026-11-01', to: '2026-11-30', chapterId: place.chapter.id } };
  },
  hoursToDecide: async (place) => {
    const id = await hoursIn(place);
    return {
      variables: { first: 100 },
      select: '{ edges { node { id } } }',
      sees: (answer) => nodes(answer).includes(id),
    };
  },
  addHours: async ({ app, chapter }) => {
    const { volunteerId } = await aSignup(app.db, { shift: { event: { chapterId: chapter.id } } });
    const hours = { chapterId: chapter.id, day: '2026-11-01', minutes: 60, activity: 'Flyers' };
    return { variables: { input: { ...hours, id: randomUUID(), volunteerId } } };
  },
  decideHours: async (place) => ({ variables: { id: await hoursIn(place), approve: true } }),
  recordHours: async (place) => {
    await volunteerOf(place);
    const input = { id: randomUUID(), chapterId: place.chapter.id, day: '2026-11-01', minutes: 60, activity: 'Flyers' };
    return { variables: { input } };
  },
  disputeHours: async (place) => ({
    variables: { id: await hoursIn(place, await volunteerOf(place)), reason: 'It was more.' },
  }),
  eventDoor: ofEvent,
  doorLinks: ofEvent,
  renewPoster: ofEvent,
  openBoard: ofEvent,
  closeBoard: ofEvent,
  openKiosk: ofEvent,
  closeKiosk: ofEvent,
  kiosk: async (place) => ({
    variables: { token: await kioskToken(place, (await createCurrentEvent(place)).eventId) },
    select: '{ title }',
  }),
  kioskCheckIn: async (place) => {
    const { id, eventId } = await createCurrentEvent(place);
    const code = place.app.nest.get(SignedIds).sign('door', id);
    const variables = { token: await kioskToken(place, eventId), input: { id: randomUUID(), code } };
    return { variables, select: '{ outcome }' };
  },
  selfCheckIn: async (place) => ({
    variables: { poster: place.app.nest.get(SignedIds).sign('poster', (await createCurrentEvent(place)).eventId) },
    select: '{ opensAt }',
  }),
  wallBoard: async (place) => {
    const { eventId } = await createCurrentEvent(place);
    await place.app.db.query('INSERT INTO events.event_door (event_id, board_open) VALUES ($1, true)', [eventId]);
    return { variables: { token: place.app.nest.get(SignedIds).sign('board', eventId) }, select: '{ at }' };
  },
  checkInHere: async (place) => {
    const { id, eventId } = await createCurrentEvent(place);
    const doors = place.app.nest.get(Doors);
    const { code } = doors.currentCode(await doors.findOpenDoor(eventId));
    const signedIds = place.app.nest.get(SignedIds);
    const input = { poster: signedIds.sign('poster', eventId), code, token: signedIds.sign('signup', id) };
    return { variables: { input }, select: '{ shifts { role } }' };
  },
  addWalkIn: async (place) => {
    const { shiftId } = await signupToday(place);
    const input = { id: randomUUID(), shiftId, name: 'Ivo', email: `${randomUUID()}@example.org` };
    return { variables: { input } };
  },
};
