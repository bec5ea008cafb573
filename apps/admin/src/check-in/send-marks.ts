import { ApiRefusal } from '@upstander/api-client';
import { ask } from '../api/ask';
import { hear, type Heard, type Pending, type Problem } from './door';
import { changeDoor, readDoor } from './door-store';
import { addWalkInMutation, recordAttendanceMutation, signWaiverMutation, type Attendee } from './queries';
import { findUnsent } from './stored-doors';

/** Maximum number of marks in one request. */
const maxBatchSize = 100;

type Change = typeof changeDoor extends (eventId: string, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;

/** Sends the unsent check-ins of one list, in order. @throws ApiFault if the server can't be reached. */
export async function sendQueue(eventId: string, change: Change = (how) => changeDoor(eventId, how)): Promise<void> {
  for (let door = await readDoor(eventId); door && door.queue.length > 0;) {
    const answers = await send(door.queue);
    door = await change((now) => now && hear(now, answers));
  }
}

/** Sends the unsent check-ins of every list on this device. Returns how many lists still have some. */
export async function sendUnsent(): Promise<number> {
  let left = 0;
  for (const id of await findUnsent().catch(() => [])) {
    await sendQueue(id).catch(() => left++);
  }
  return left;
}

/** Sends the head of the queue: a walk-in or a signature alone, marks together up to the next of those. */
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
  const marks = queue.slice(0, Math.min(next === -1 ? queue.length : next, maxBatchSize)).filter(isMark);
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

/** Sends one item. A refusal is an answer too, so that it doesn't block the items behind it. */
async function alone(id: string, send: () => Promise<Attendee>): Promise<Heard[]> {
  try {
    return [{ id, code: 'RECORDED', entry: await send() }];
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.code === 'NOT_SIGNED_IN') throw error;
    return [{ id, code: problemOf(error.code), entry: null }];
  }
}

const knownCodes: ReadonlyArray<Problem['code']> = [
  ...(['SHIFT_FULL', 'BAD_INPUT', 'NOT_FOUND', 'AGE_NEEDED', 'TOO_YOUNG', 'TEXT_CHANGED', 'TOO_FEW_ADULTS'] as const),
  'GUARDIAN_NEEDED',
];

function problemOf(code: string): Problem['code'] {
  return knownCodes.find((one) => one === code) ?? 'OTHER';
}
