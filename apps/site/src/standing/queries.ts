import { graphql, type FragmentOf } from '@upstander/api-client';

export const StandingFacts = graphql(`
  fragment StandingFacts on StandingSignup @_unmask {
    id
    name
    role
    until
    status
    guests
    token
    series {
      slug
      title
      timeZone
    }
    dates {
      eventId
      slug
      startsAt
      endsAt
      isCancelled
      status
      position
      refusal
      token
    }
  }
`);
export type StandingData = FragmentOf<typeof StandingFacts>;

export const OneStandingSignup = graphql(
  `
    query OneStandingSignup($token: String!) {
      standingSignup(token: $token) {
        ...StandingFacts
      }
    }
  `,
  [StandingFacts],
);
export const ConfirmStandingSignup = graphql(`
  mutation ConfirmStandingSignup($input: StandingSignupTokenInput!) {
    confirmStandingSignup(input: $input) {
      id
      token
    }
  }
`);
export const LeaveSeries = graphql(`
  mutation LeaveSeries($input: StandingSignupTokenInput!) {
    leaveSeries(input: $input) {
      id
    }
  }
`);
