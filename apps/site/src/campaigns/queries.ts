import { amountFragment, type FragmentOf, graphql, moneyTrail, type ResultOf } from '@upstander/api-client';
import { pagePhotos } from '../photos/queries';
import { campaignCard } from './campaign-card';

export const CampaignList = graphql(
  `
    query CampaignList($filter: CampaignFilter, $first: Int, $after: String) {
      campaigns(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...CampaignCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
      }
    }
  `,
  [campaignCard],
);

export const PageLine = graphql(
  `
    fragment PageLine on CampaignPage @_unmask {
      id
      slug
      kind
      title
      goal {
        ...Amount
      }
      raised {
        ...Amount
      }
      giftCount
      ownerName
      language
      teamSlug
      url
    }
  `,
  [amountFragment],
);
export type PageLineData = FragmentOf<typeof PageLine>;

export const GiftLine = graphql(
  `
    fragment GiftLine on PublicGift @_unmask {
      id
      name
      amount {
        ...Amount
      }
      message
      paidAt
      monthly
    }
  `,
  [amountFragment],
);
export type GiftLineData = FragmentOf<typeof GiftLine>;

export const OneCampaign = graphql(
  `
    query OneCampaign($slug: String!, $page: String!) {
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
        publishedAt
        chapterName
        beneficiary {
          kind
          name
          registrationNumber
          website
        }
        eventIds
        minimum {
          ...Amount
        }
        waterfall {
          ...MoneyTrail
        }
        matching {
          id
          sponsorName
          ratioPercent
          cap {
            ...Amount
          }
          perGiftCap {
            ...Amount
          }
          remaining {
            ...Amount
          }
          endsAt
        }
        pages {
          ...PageLine
        }
        updates {
          id
          title
          bodyHtml
          authorName
          publishedAt
        }
        recentGifts {
          ...GiftLine
        }
      }
      ...PagePhotos
    }
  `,
  [campaignCard, moneyTrail, PageLine, GiftLine, amountFragment, pagePhotos],
);
export type CampaignData = NonNullable<ResultOf<typeof OneCampaign>['campaign']>;

export const CampaignGifts = graphql(
  `
    query CampaignGifts($slug: String!, $first: Int, $after: String) {
      campaign(slug: $slug) {
        slug
        title
        timeZone
        language
      }
      campaignGifts(slug: $slug, first: $first, after: $after) {
        edges {
          node {
            ...GiftLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [GiftLine],
);

export const CampaignPages = graphql(
  `
    query CampaignPages($slug: String!, $filter: CampaignPageFilter, $first: Int, $after: String) {
      campaign(slug: $slug) {
        slug
        title
        language
        acceptsGifts
      }
      campaignPages(campaignSlug: $slug, filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...PageLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [PageLine],
);

export const SupporterPage = graphql(
  `
    query SupporterPage($campaignSlug: String!, $slug: String!, $page: String!) {
      campaign(slug: $campaignSlug) {
        ...CampaignCard
      }
      campaignPages(campaignSlug: $campaignSlug, filter: { teamSlug: $slug }, first: 100) {
        edges {
          node {
            ...PageLine
          }
        }
      }
      campaignPage(campaignSlug: $campaignSlug, slug: $slug) {
        ...PageLine
        storyHtml
        acceptsGifts
        photo {
          url
          width
          height
          alt
        }
      }
      campaignGifts(slug: $campaignSlug, pageSlug: $slug, first: 20) {
        edges {
          node {
            ...GiftLine
          }
        }
        totalCount
      }
      ...PagePhotos
    }
  `,
  [campaignCard, PageLine, GiftLine, pagePhotos],
);
