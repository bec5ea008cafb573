import { ApiFault, ApiRefusal, type ResultOf } from '@upstander/api-client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { ask } from '../api/ask';
import { apply, hear, reread, type Door, type Heard, type Pending, type Problem } from './door';
import { changeDoor, dropOldDoors, isKept, readDoor } from './door-store';
import { codeReader } from './scanner/code-reader';
import { keepProgram } from './keep-program';
import { oneRun } from './one-run';
import { bringWordsIn } from '../words/words';
import {
  addWalkInMutation,
  attendanceQuery,
  doorEventQuery,
  recordAttendanceMutation,
  signWaiverMutation,
  type Attendee,
} from './queries';

/** How often the list is read again while the screen is open: a second phone at the door is seen within this time. */
const readAgainAfter = 15_000;
/** As many marks as one request takes along. */
const atOnce = 100;

export interface DoorState {
  door: Door | null;
  /** Whether the server was reached the last time. */
  online: boolean;
  /** Whether this screen opens without a network too. */
  keeps: boolean;
  /** Why there is no list at all. */
  error: unknown;
  /** What was tapped, in its order. */
  tap: (...taps: Pending[]) => void;
  dismiss: (problemId: string) => void;
}

/**
 * The list at the door: what was tapped stands on the screen and on this phone at once, and is brought to the server as
 * soon as there is a network, in order and as often as it takes. Marks carry their own ids, so that nothing counts twice.
 */
export function useDoor(eventId: string): DoorState {
  const [door, setDoor] = useState<Door | null>(null);
  const [online, setOnline] = useState(true);
  const [keeps, setKeeps] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const change = useCallback(
    async (how: (door: Door | undefined) => Door | undefined) => {
      const changed = await changeDoor(eventId, how);
      if (changed) setDoor(changed);
      return changed;
    },
    [eventId],
  );

  const sync = useMemo(
    () =>
      oneRun(async () => {
        // Only this answer of a browser can be believed: that there is no network at all.
        if (!navigator.onLine) {
          setOnline(false);
          return;
        }
        try {
          await bring(eventId, change);
          setOnline(true);
          setError(null);
        } catch (failure) {
          if (failure instanceof ApiFault) setOnline(false);
          setError(failure);
        }
      }),
    [eventId, change],
  );

  useEffect(() => {
    void readDoor(eventId)
      .then((kept) => kept && setDoor(kept))
      // A browser that keeps nothing asks the API.
      .catch(() => undefined);
    void dropOldDoors(new Date()).catch(() => undefined);
    sync();
    const timer = setInterval(sync, readAgainAfter);
    window.addEventListener('online', sync);
    window.addEventListener('offline', sync);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', sync);
      window.removeEventListener('offline', sync);
    };
  }, [eventId, sync]);

  const isThere = door !== null;
  useEffect(() => {
    if (!isThere) return;
    const keep = (isAll: boolean) => keepProgram(isAll).then((kept) => setKeeps(kept && isKept()));
    // The list first, with what is signed in either language; then what reads codes in browsers that cannot, so that it is
    // here when the network is not.
    void Promise.all([bringWordsIn('en', 'waivers'), bringWordsIn('es', 'waivers')])
      .catch(() => undefined)
      .then(() => keep(false))
      .then(codeReader)
      .then(() => keep(true))
      .catch(() => undefined);
  }, [isThere]);

  const tap = useCallback(
    (...taps: Pending[]) => {
      void change((now) => {
        if (!now) return now;
        const people = taps.reduce((list, pending) => apply(list, pending, now.waivers), now.people);
        return { ...now, people, queue: [...now.queue, ...taps] };
      }).then(sync);
    },
    [change, sync],
  );
  const dismiss = useCallback(
    (problemId: string) => {
      void change((now) => now && { ...now, problems: now.problems.filter(({ id }) => id !== problemId) });
    },
    [change],
  );
  return { door, online, keeps, error, tap, dismiss };
}

type Change = (how: (door: Door | undefined) => Door | undefined) => Promise<Door | undefined>;

/** Brings what waits to the server, then reads the list again. @throws ApiFault where the server is not reached. */
async function bring(eventId: string, change: Change): Promise<void> {
  for (let door = await readDoor(eventId); door && door.queue.length > 0;) {
    const answers = await send(door.queue);
    door = await change((now) => now && hear(now, answers));
  }
  const { manageEvent: event, doorWaivers: waivers } = await ask(doorEventQuery, { id: eventId });
  if (!event) throw new ApiRefusal('NOT_FOUND');
  const people: Attendee[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { attendance }: ResultOf<typeof attendanceQuery> = await ask(attendanceQuery, { eventId, after });
    people.push(...attendance.edges.map(({ node }) => node));
    more = attendance.pageInfo.hasNextPage;
    after = attendance.pageInfo.endCursor;
  }
  const empty: Door = { event, waivers, people: [], queue: [], problems: [], readAt: '' };
  await change((now) => reread(now ?? empty, { people, event, waivers }, new Date()));
}

/** Sends what comes first in the queue: a walk-in or a signature alone, marks together up to the next of those. */
async function send(queue: readonly Pending[]): Promise<Heard[]> {
  const [first] = queue;
  if (first?.type === 'walk-in') {
    const { type: _, ...input } = first;
    return alone(first.id, async () => (await ask(addWalkInMutation, { input })).addWalkIn);
  }
  if (first?.type === 'waiver') {
    const { id, signupId, waiver } = first;
    return alone(id, async () => (await ask(signWaiverMutation, { signupId, waiver })).signWaiverAtDoor);
  }
  const next = queue.findIndex((one) => !isMark(one));
  const marks = queue.slice(0, Math.min(next === -1 ? queue.length : next, atOnce)).filter(isMark);
  const { recordAttendance } = await ask(recordAttendanceMutation, {
    marks: marks.map((one) =>
      one.type === 'undo'
        ? { id: one.id, signupId: one.signupId, undoes: one.undoes, at: one.at }
        : { id: one.id, signupId: one.signupId, kind: one.kind, at: one.at },
    ),
  });
  return recordAttendance.map(({ markId, code, entry }) => ({ id: markId, code, entry: entry }));
}

function isMark(pending: Pending): pending is Extract<Pending, { type: 'mark' | 'undo' }> {
  return pending.type === 'mark' || pending.type === 'undo';
}

/** What is sent by itself; a refusal is an answer too, and no hindrance to what waits behind it. */
async function alone(id: string, send: () => Promise<Attendee>): Promise<Heard[]> {
  try {
    return [{ id, code: 'RECORDED', entry: await send() }];
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.code === 'NOT_SIGNED_IN') throw error;
    return [{ id, code: problemOf(error.code), entry: null }];
  }
}

const known: ReadonlyArray<Problem['code']> = [
  ...(['SHIFT_FULL', 'BAD_INPUT', 'NOT_FOUND', 'AGE_NEEDED', 'TOO_YOUNG', 'TEXT_CHANGED', 'TOO_FEW_ADULTS'] as const),
  'GUARDIAN_NEEDED',
];

function problemOf(code: string): Problem['code'] {
  return known.find((one) => one === code) ?? 'OTHER';
}
