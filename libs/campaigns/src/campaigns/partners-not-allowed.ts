import { Refusal } from '@upstander/platform';

export function partnersOffRefusal(): Refusal {
  return new Refusal('PARTNERS_OFF', 'This site only raises money for its own organization.');
}
