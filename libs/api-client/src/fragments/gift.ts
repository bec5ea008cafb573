import { graphql } from '../graphql.js';

/** A row of gift lists, for one or all campaigns. */
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
