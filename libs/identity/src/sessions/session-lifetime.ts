import type { SecondStepState } from './session.entity.js';

const minute = 60;
const hour = 60 * minute;

/**
 * How many seconds a session lives. Whoever did the second step sees other people's data, and signs in every working
 * day; a volunteer sees only their own; between the steps there is just time to find the phone.
 */
export function lifetimeOf(step: SecondStepState): number {
  if (step === 'done') return 12 * hour;
  if (step === 'not-needed') return 30 * 24 * hour;
  return 10 * minute;
}
