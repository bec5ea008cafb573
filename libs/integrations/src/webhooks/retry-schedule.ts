const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits after a failed attempt, as recommended by Standard Webhooks 1.0.0: ten attempts within about 75 hours. */
const waits = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

export const maxAttempts = waits.length + 1;

/** After this time, deliveries are given up, even if a failing endpoint left no room for all attempts. */
export const deliverWithinMs = waits.reduce((sum, wait) => sum + wait, 0) + 30 * minute;

/** Failed attempts in a row after which an endpoint counts as failing. */
export const failuresToPause = 3;

/** A failing endpoint is tried at least this often, with one event. */
const longestPause = hour;

const longestRetryAfter = 24 * hour;

/**
 * Returns the wait after `attempts` failed attempts, up to a fifth longer at random, so that deliveries spread. A `Retry-After`
 * (RFC 9110, 10.2.3) of up to 24 hours counts if it's longer.
 */
export function waitAfter(attempts: number, retryAfterMs = 0, random = Math.random()): number {
  const wait = waits[Math.min(attempts, waits.length) - 1]!;
  return Math.max(wait * (1 + random / 5), Math.min(retryAfterMs, longestRetryAfter));
}

/** Returns the pause of an endpoint after `failures` failed attempts in a row; 0 if it isn't failing. */
export function pauseAfter(failures: number, retryAfterMs = 0, random = Math.random()): number {
  if (failures < failuresToPause && retryAfterMs === 0) return 0;
  const wait = Math.min(waitAfter(Math.max(failures - failuresToPause + 2, 1), 0, random), longestPause);
  return Math.max(wait, Math.min(retryAfterMs, longestRetryAfter));
}

/** Returns milliseconds; 0 if the header is missing or invalid. */
export function readRetryAfter(header: string | undefined, now: Date): number {
  if (!header) return 0;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * second : Date.parse(header) - now.valueOf();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
