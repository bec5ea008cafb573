import { Refusal } from '@upstander/platform';

/** The refusal for a partner where gifts are taken for the organisation only. */
export function partnersOff(): Refusal {
  return new Refusal('PARTNERS_OFF', 'Here gifts are collected for this organisation only.');
}
