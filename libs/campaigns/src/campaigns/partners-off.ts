import { Refusal } from '@upstander/platform';

export function partnersOff(): Refusal {
  return new Refusal('PARTNERS_OFF', 'Here gifts are collected for this organisation only.');
}
