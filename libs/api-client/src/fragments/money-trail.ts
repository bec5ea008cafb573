import { graphql, type FragmentOf } from '../graphql.js';
import { amountFragment } from './amount.js';

/** Public breakdown of how a campaign's money was used. */
export const moneyTrail = graphql(
  `
    fragment MoneyTrail on Waterfall @_unmask {
      charged {
        ...Amount
      }
      fees {
        ...Amount
      }
      refunds {
        ...Amount
      }
      disputes {
        ...Amount
      }
      matched {
        ...Amount
      }
      net {
        ...Amount
      }
      disbursed {
        ...Amount
      }
      held {
        ...Amount
      }
      asOf
      disbursements {
        id
        amount {
          ...Amount
        }
        paidOn
        beneficiaryName
        evidenceUrl
      }
    }
  `,
  [amountFragment],
);
export type MoneyTrailData = FragmentOf<typeof moneyTrail>;
