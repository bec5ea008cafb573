import { graphql } from '../graphql.js';

/** What every amount of money is asked for. */
export const amountFragment = graphql(`
  fragment Amount on Money @_unmask {
    amountMinor
    currency
  }
`);
