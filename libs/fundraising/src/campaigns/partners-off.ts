import { Refusal } from '@upstander/platform';

/** Returns the refusal of a partner when gifts are only collected for the organization itself. */
export function partnersOff(): Refusal {
  return new Refusal('PARTNERS_OFF', 'Here gifts are collected for this organisation only.');
}
