import { ApiRefusal } from '@upstander/api-client';
import { request } from '../api/ask';
import { applyServerResults, type ServerResult, type PendingAction, type Problem } from './check-in-list';
import { changeDoor, readDoor } from './check-in-list-store';
import {
  addWalkInMutation,
  markAbsentGuestsMutation,
  recordAttendanceMutation,
  signWaiverMutation,
  type Attendee,
} from './queries';
import { findUnsent } from './stored-check-in-lists';

const maxBatchSize = 100;

type Change = typeof changeDoor extends (eventId: string, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;

/** Sends the unsent check-ins of one list, in order. @throws ApiFault if the server can't be reached. */
export async function sendQueue(
  eventId: string,
  change: Change = (update) => changeDoor(eventId, update),
): Promise<void> {
  for (let door = await readDoor(eventId); door && door.queue.length > 0;) {
    const answers = await send(door.queue);
    door = await change((current) => current && applyServerResults(current, answers));
  }
}

/** Sends the unsent check-ins of every list on this device. Returns how many lists still have some. */
export async function sendUnsent(): Promise<number> {
  let remainingTries = 0;
  for (const id of await findUnsent().catch(() => [])) {
    await sendQueue(id).catch(() => remainingTries++);
  }
  return remainingTries;
}

/** Sends the head of the queue: a walk-in or a signature alone, marks together up to the next of those. */
async function send(queue: readonly PendingAction[]): Promise<ServerResult[]> {
  const [firstAction] = queue;
  if (firstAction?.type === 'walk-in') {
    const { type: _, ...input } = firstAction;
    return sendOne(firstAction.id, async () => (await request(addWalkInMutation, { input })).addWalkIn);
  }
  if (firstAction?.type === 'waiver') {
    const { id, signupId, waiver } = firstAction;
    return sendOne(id, async () => (await request(signWaiverMutation, { signupId, waiver })).signWaiverAtDoor);
  }
  if (firstAction?.type === 'absent') {
    const { id, signupId, absentGuests } = firstAction;
    return sendOne(
      id,
      async () => (await request(markAbsentGuestsMutation, { signupId, absentGuests })).markAbsentGuests,
    );
  }
  const nextIndex = queue.findIndex((action) => !isMarkAction(action));
  const marks = queue
    .slice(0, Math.min(nextIndex === -1 ? queue.length : nextIndex, maxBatchSize))
    .filter(isMarkAction);
  const { recordAttendance } = await request(recordAttendanceMutation, {
    marks: marks.map((action) =>
      action.type === 'undo'
        ? { id: action.id, signupId: action.signupId, undoneMarkId: action.undoes, at: action.at }
        : {
            id: action.id,
            signupId: action.signupId,
            kind: action.kind,
            at: action.at,
            earlyReason: action.earlyReason,
          },
    ),
  });
  return recordAttendance.map(({ markId, code, entry }) => ({ id: markId, code, entry: entry }));
}

function isMarkAction(pending: PendingAction): pending is Extract<PendingAction, { type: 'mark' | 'undo' }> {
  return pending.type === 'mark' || pending.type === 'undo';
}

/** Sends one item. A refusal is an answer too, so that it doesn't block the items behind it. */
async function sendOne(id: string, send: () => Promise<Attendee>): Promise<ServerResult[]> {
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
  return knownCodes.find((action) => action === code) ?? 'OTHER';
}
