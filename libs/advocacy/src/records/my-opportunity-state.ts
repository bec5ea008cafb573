import { registerEnumType } from '@nestjs/graphql';
import type { OpportunityState } from '@upstander/opportunities';

/** What people learn about the opportunity they applied to. Why a business is paused is between it and staff. */
export const MyOpportunityState = {
  OPEN: 'open',
  FILLED: 'filled',
  CLOSED: 'closed',
  BUSINESS_PAUSED: 'business_paused',
} as const;
export type MyOpportunityState = (typeof MyOpportunityState)[keyof typeof MyOpportunityState];
registerEnumType(MyOpportunityState, {
  name: 'MyOpportunityState',
  description: 'Where the opportunity of an application stands, as the person sees it.',
  valuesMap: {
    OPEN: { description: 'It is offered, and people can apply.' },
    FILLED: { description: 'Someone else was hired.' },
    CLOSED: { description: 'It is not offered right now, for whatever reason.' },
    BUSINESS_PAUSED: {
      description: 'We are not working with this business right now, for whatever reason, and share nothing with it.',
    },
  },
});

export function myOpportunityState(state: OpportunityState | undefined): MyOpportunityState {
  if (!state) return 'closed';
  if (state.businessStatus !== 'approved') return 'business_paused';
  if (state.isOpen) return 'open';
  return state.opportunityStatus === 'filled' ? 'filled' : 'closed';
}
