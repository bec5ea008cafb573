import { graphql, type FragmentOf } from '../graphql.js';
import { amountFragment } from './amount.js';

/** Where the money of a campaign went, to the cent, for everybody. */
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
