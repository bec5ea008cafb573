import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';

export const giftQuery = graphql(
  `
    query Gift($id: ID!) {
      manageGift(id: $id) {
        id
        name
        email
        anonymous
        canSeeDonor
        donorId
        donorGifts
        campaignId
        campaignTitle
        pageTitle
        recurringGiftId
        status
        method
        frequency
        createdAt
        paidAt
        message
        inKindDescription
        goodsDescription
        goodsValue {
          ...Amount
        }
        employerMatchNote
        externalRef
        recordedBy
        failureCode
        chargeId
        intended {
          ...Amount
        }
        cover {
          ...Amount
        }
        charged {
          ...Amount
        }
        fee {
          ...Amount
        }
        refunded {
          ...Amount
        }
        lost {
          ...Amount
        }
        refundable {
          ...Amount
        }
        dedication {
          kind
          honoree
          notifyName
          notifyEmail
          message
        }
        payout {
          id
          arrivesOn
          confirmed
        }
        receipts {
          id
          number
          issuedAt
          void
          voidReason
          pdfUrl
          amount {
            ...Amount
          }
        }
        timeline {
          at
          kind
          actorName
          note
          remark
          reference
          amount {
            ...Amount
          }
        }
        ledger {
          id
          kind
          externalRef
          happenedAt
          postings {
            account
            debit {
              ...Amount
            }
            credit {
              ...Amount
            }
          }
        }
      }
    }
  `,
  [amountFragment],
);

export type GiftDetails = NonNullable<ResultOf<typeof giftQuery>['manageGift']>;
