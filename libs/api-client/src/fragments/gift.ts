import { graphql } from '../graphql.js';

/** A line in the lists of gifts, of all fundraisers or of one. */
export const giftRow = graphql(`
  fragment GiftRow on ManagedGift @_unmask {
    id
    name
    anonymous
    seesDonor
    status
    method
    frequency
    inKindDescription
    createdAt
    paidAt
  }
`);
