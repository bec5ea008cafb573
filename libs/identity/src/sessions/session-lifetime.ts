import type { SecondStepState } from './session.entity.js';

const minute = 60;
const hour = 60 * minute;

/**
 * How many seconds a session lives at most. Whoever did the second step sees other people's data, and signs in every working
 * day; a volunteer sees only their own; between the steps there is just time to find the phone.
 */
export function lifetimeOf(step: SecondStepState): number {
  if (step === 'done') return 12 * hour;
  if (step === 'not-needed') return 30 * 24 * hour;
  return 10 * minute;
}

/**
 * The condition that nobody who did the second step has been away for longer than STAFF_IDLE_MINUTES: a desk left alone
 * closes. Volunteers see only their own, and come once a month.
 */
export function notIdle(now: string, minutes: string): string {
  return `(s.second_step <> 'done' OR s.last_seen_at > ${now}::timestamptz - make_interval(mins => ${minutes}))`;
}
