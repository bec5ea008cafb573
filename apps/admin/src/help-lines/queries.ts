import { type FragmentOf, graphql } from '@upstander/api-client';

export const managedHelpLine = graphql(`
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
    stale
  }
`);
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
