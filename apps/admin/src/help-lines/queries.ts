import { type FragmentOf, graphql, helpLineFacts } from '@upstander/api-client';

export const managedHelpLine = graphql(
  `
    fragment ManagedHelpLine on ManagedHelpLine @_unmask {
      id
      name
      nameEs
      about
      aboutEs
      phoneKind
      phone
      phoneShown
      textKind
      textNumber
      textShown
      tty
      chatUrl
      allDay
      hours
      hoursEs
      confidential
      takesReports
      forEmergencies
      languages
      interpretedLanguages
      country
      area
      areaEs
      sourceName
      sourceYear
      sourceUrl
      verifiedOn
      verifyBy
      verifiedByName
      position
      published
      national
      checkedOn
      removedAt
      stale
      change {
        id
        kind
        requestedAt
        requestedByName
        isMine
        proposed {
          ...HelpLineFacts
        }
      }
    }
  `,
  [helpLineFacts],
);
export type HelpLineData = FragmentOf<typeof managedHelpLine>;

export const helpLinesQuery = graphql(
  `
    query AllHelpLines {
      allHelpLines {
        ...ManagedHelpLine
      }
    }
  `,
  [managedHelpLine],
);

export const publishMutation = graphql(`
  mutation PublishHelpLine($id: ID!, $published: Boolean!) {
    publishHelpLine(id: $id, published: $published) {
      id
    }
  }
`);

export const approveChangeMutation = graphql(`
  mutation ApproveHelpLineChange($id: ID!) {
    approveHelpLineChange(id: $id) {
      id
    }
  }
`);

export const declineChangeMutation = graphql(`
  mutation DeclineHelpLineChange($id: ID!) {
    declineHelpLineChange(id: $id) {
      id
    }
  }
`);
