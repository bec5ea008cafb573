import type { SecondStepState } from './session.entity.js';

const minute = 60;
const hour = 60 * minute;

/**
 * Seconds. With two-step sign-in: one working day, because staff see other people's data. Without it: 30 days. Between
 * the steps: just enough time to get the phone.
 */
export function lifetimeOf(step: SecondStepState): number {
  if (step === 'done') return 12 * hour;
  if (step === 'not-needed') return 30 * 24 * hour;
  return 10 * minute;
}

/** Applies only with two-step sign-in (STAFF_IDLE_MINUTES); volunteers see only their own data. */
export function activeSessionCondition(now: string, minutes: string): string {
  return `(s.second_step <> 'done' OR s.last_seen_at > ${now}::timestamptz - make_interval(mins => ${minutes}))`;
}
