import { graphql } from '../graphql.js';
import { amountFragment } from './amount.js';

/** What an opportunity pays: from, to, and for what. */
export const payFragment = graphql(
  `
    fragment Pay on Pay @_unmask {
      min {
        ...Amount
      }
      max {
        ...Amount
      }
      unit
    }
  `,
  [amountFragment],
);
