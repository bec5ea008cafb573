import { Shift } from '@upstander/events';
import type { Tx } from '@upstander/platform';
import { insert } from './insert.js';

export interface DemoShift {
  id: string;
  eventId: string;
  role: string;
  skill: string | null;
  startsAtLocal: string;
  endsAtLocal: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  minimumAge: number | null;
  note: string | null;
  position: number;
}

type NewShift = Omit<DemoShift, 'skill'> & Pick<Shift, 'skillIds' | 'taken' | 'waiting'> & { nextInLine: number };

export function insertShifts(tx: Tx, shifts: readonly NewShift[]): Promise<void> {
  return insert(tx, 'events.shift', shifts);
}

export async function updateShift(tx: Tx, id: string, changes: Partial<Omit<Shift, 'requirements'>>): Promise<void> {
  await tx.manager.update(Shift, id, changes);
}
