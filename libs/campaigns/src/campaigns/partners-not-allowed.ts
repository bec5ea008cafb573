import { Refusal } from '@upstander/platform';

export function partnersNotAllowed(): Refusal {
  return new Refusal('PARTNERS_OFF', 'This site only raises money for its own organization.');
}
