import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';
import { campaignCard } from '../campaigns/campaign-card';

export const GiveForm = graphql(
  `
    query GiveForm($slug: String!, $page: String!, $forPage: Boolean!) {
      campaign(slug: $slug) {
        ...CampaignCard
        storyHtml
        currency
        isGeneral
        suggestedAmounts {
          amountMinor
          text
          textEs
        }
        beneficiary {
          kind
          name
        }
        minimum {
          ...Amount
        }
        matching {
          ratioPercent
          perGiftCap {
            ...Amount
          }
          remaining {
            ...Amount
          }
          endsAt
        }
        feePercent
        feeFixed {
          ...Amount
        }
      }
      campaignPage(campaignSlug: $slug, slug: $page) @include(if: $forPage) {
        slug
        title
        ownerName
        kind
      }
      giftChallenge {
        required
        emailLinkRequired
        algorithm
        challenge
        salt
        signature
        maxNumber
      }
    }
  `,
  [campaignCard, amountFragment],
);
export type GiveAnswer = ResultOf<typeof GiveForm>;
export type GiveData = NonNullable<GiveAnswer['campaign']>;
export type Challenge = GiveAnswer['giftChallenge'];

export const GeneralFunds = graphql(`
  query GeneralFunds {
    generalFunds {
      slug
      currency
      chapterName
    }
  }
`);
export type GeneralFundData = ResultOf<typeof GeneralFunds>['generalFunds'][number];

export const MailedGift = graphql(
  `
    query MailedGift($token: String!) {
      mailedGift(token: $token) {
        campaignSlug
        pageSlug
        amount {
          ...Amount
        }
        frequency
        coverFee
        display
        name
        email
        message
        updatesWanted
        employerMatchNote
      }
    }
  `,
  [amountFragment],
);
export type MailedGiftData = NonNullable<ResultOf<typeof MailedGift>['mailedGift']>;

export const StartDonation = graphql(`
  mutation StartDonation($input: StartDonationInput!) {
    startDonation(input: $input) {
      checkoutUrl
      token
    }
  }
`);

export const MailGiftLink = graphql(`
  mutation MailGiftLink($input: StartDonationInput!) {
    mailGiftLink(input: $input) {
      ok
    }
  }
`);

export const MyGift = graphql(
  `
    query MyGift($token: String!) {
      myGift(token: $token) {
        id
        status
        createdAt
        intended {
          ...Amount
        }
        cover {
          ...Amount
        }
        charged {
          ...Amount
        }
        returned {
          ...Amount
        }
        frequency
        display
        paidAt
        failureCode
        failureMessage
        campaignSlug
        campaignTitle
        timeZone
        checkoutUrl
        receipt {
          number
          pdfUrl
        }
        dedication {
          kind
          honoree
          notifyName
          notifyEmail
          message
          noticeAt
        }
        recurringGiftToken
        emailMasked
      }
    }
  `,
  [amountFragment],
);
export type MyGiftData = NonNullable<ResultOf<typeof MyGift>['myGift']>;

export const GiftDraft = graphql(`
  query GiftDraft($token: String!, $key: String!) {
    giftDraft(token: $token, idempotencyKey: $key) {
      name
      email
      message
      employerMatchNote
      updatesWanted
    }
  }
`);

export const DedicateGift = graphql(`
  mutation DedicateGift($input: DedicateGiftInput!) {
    dedicateGift(input: $input) {
      id
    }
  }
`);
