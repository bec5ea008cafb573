import { Refusal } from '@upstander/platform';
import type { RecordKind, RecordStatus } from './record-kind.js';

/** Allowed previous statuses per transition. A closed record reopens only when someone takes it. */
const steps: Readonly<Record<RecordKind, Partial<Record<RecordStatus, readonly RecordStatus[]>>>> = {
  application: {
    contacted: ['new'],
    introduced: ['new', 'contacted', 'introduced'],
    closed: ['new', 'contacted', 'introduced'],
  },
  consultation: {
    contacted: ['new'],
    scheduled: ['new', 'contacted', 'scheduled'],
    closed: ['new', 'contacted', 'scheduled'],
  },
};

export function canTransition(kind: RecordKind, from: RecordStatus, to: RecordStatus): boolean {
  return steps[kind][to]?.includes(from) ?? false;
}

/** @throws Refusal RECORD_STATUS */
export function requireStep(kind: RecordKind, from: RecordStatus, to: RecordStatus): void {
  if (!canTransition(kind, from, to)) throw new Refusal('RECORD_STATUS', 'You can’t do that with its current status.');
}
