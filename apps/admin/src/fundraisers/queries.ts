import { amountFragment, graphql, moneyTrail, type ResultOf, type VariablesOf } from '@upstander/api-client';
import { fundraiserOwner } from './fundraiser-owner';

export const fundraiserRow = graphql(
  `
    fragment FundraiserRow on ManagedCampaign @_unmask {
      id
      title
      status
      isGeneral
      goal {
        ...Amount
      }
      raised {
        ...Amount
      }
      giftCount
      createdAt
      endsOn
    }
  `,
  [amountFragment],
);

/** Shared by all tabs of a fundraiser. */
export const fundraiserQuery = graphql(
  `
    query ManageCampaign($id: ID!) {
      manageCampaign(id: $id) {
        ...FundraiserRow
        version
        slug
        summary
        story
        updatedAt
        edit {
          title
          summary
          story
          at
        }
        language
        currency
        timeZone
        startsOn
        firstGiftAt
        publishedAt
        endedAt
        cover {
          url
          width
          height
          alt
        }
        ...FundraiserOwner
        organizerEmail
        chapterId
        beneficiary {
          id
          kind
          name
          maySolicit
        }
        eventIds
        suggestedAmounts {
          amountMinor
          text
          textEs
        }
        reviewNote
        disbursable {
          ...Amount
        }
        waterfall {
          ...MoneyTrail
        }
        history {
          at
          from
          to
          note
          actorName
        }
        pages {
          id
        }
        updates {
          id
        }
      }
    }
  `,
  [amountFragment, fundraiserOwner, moneyTrail, fundraiserRow],
);

export type Fundraiser = NonNullable<ResultOf<typeof fundraiserQuery>['manageCampaign']>;
export type FundraiserStatus = Fundraiser['status'];

export const createFundraiserMutation = graphql(`
  mutation CreateCampaign($input: CreateCampaignInput!) {
    createCampaign(input: $input) {
      id
    }
  }
`);

export type CreateInput = VariablesOf<typeof createFundraiserMutation>['input'];

export const updateFundraiserMutation = graphql(`
  mutation UpdateCampaign($input: UpdateCampaignInput!) {
    updateCampaign(input: $input) {
      id
    }
  }
`);

export const setCoverMutation = graphql(`
  mutation SetCampaignCover($input: SetCampaignCoverInput!) {
    setCampaignCover(input: $input) {
      id
    }
  }
`);

export const formChoicesQuery = graphql(`
  query FundraiserFormChoices($from: LocalDate!) {
    beneficiaries {
      id
      kind
      name
      maySolicit
      archivedAt
    }
    manageEvents(filter: { from: $from }, status: [PUBLISHED], sort: STARTS_AT, first: 50) {
      edges {
        node {
          id
          title
          startsAt
          timeZone
        }
      }
    }
  }
`);

export const eventTitlesQuery = graphql(`
  query FundraiserEventTitles($ids: [ID!]) {
    events(filter: { ids: $ids, from: "2000-01-01" }, first: 50) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`);
