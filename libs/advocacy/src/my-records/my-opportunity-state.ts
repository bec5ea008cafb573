import type { OpportunityState } from '@upstander/opportunities';
import { enumOf, type EnumOf } from '@upstander/platform';

export const MyOpportunityState = enumOf(
  'MyOpportunityState',
  'Availability of the opportunity, as shown to the applicant.',
  {
    open: 'Open to applications.',
    filled: 'Someone else was hired.',
    closed: 'Not available right now. The reason is not disclosed.',
    business_paused:
      'We are not working with this business right now and share nothing with it. The reason is not disclosed.',
  },
);
export type MyOpportunityState = EnumOf<typeof MyOpportunityState>;

export function myOpportunityState(state: OpportunityState | undefined): MyOpportunityState {
  if (!state) return 'closed';
  if (state.businessStatus !== 'approved') return 'business_paused';
  if (state.isOpen) return 'open';
  return state.opportunityStatus === 'filled' ? 'filled' : 'closed';
}
