import { graphql } from '../graphql.js';

export const giftRow = graphql(`
  fragment GiftRow on ManagedGift @_unmask {
    id
    name
    anonymous
    canSeeDonor
    status
    method
    frequency
    inKindDescription
    createdAt
    paidAt
  }
`);
