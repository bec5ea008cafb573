import { graphql } from '../graphql.js';

export const amountFragment = graphql(`
  fragment Amount on Money @_unmask {
    amountMinor
    currency
  }
`);
