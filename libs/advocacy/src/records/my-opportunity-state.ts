import type { OpportunityState } from '@upstander/opportunities';
import { enumOf, type EnumOf } from '@upstander/platform';

export const MyOpportunityState = enumOf(
  'MyOpportunityState',
  'Where the opportunity of an application stands, as the person sees it.',
  {
    open: 'It is offered, and people can apply.',
    filled: 'Someone else was hired.',
    closed: 'It is not offered right now, for whatever reason.',
    business_paused: 'We are not working with this business right now, for whatever reason, and share nothing with it.',
  },
);
export type MyOpportunityState = EnumOf<typeof MyOpportunityState>;

export function myOpportunityState(state: OpportunityState | undefined): MyOpportunityState {
  if (!state) return 'closed';
  if (state.businessStatus !== 'approved') return 'business_paused';
  if (state.isOpen) return 'open';
  return state.opportunityStatus === 'filled' ? 'filled' : 'closed';
}
