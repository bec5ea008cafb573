import { graphql } from '../graphql.js';
import { amountFragment } from './amount.js';

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
