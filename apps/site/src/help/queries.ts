import { graphql } from '@upstander/api-client';

/** What every page shows of the help lines; `HelpLine` of web-kit has the same fields. */
export const HelpLines = graphql(`
  query HelpLines {
    helpLines {
      id
      name
      nameEs
      about
      aboutEs
      phone
      phoneShown
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
      area
      areaEs
      sourceName
      sourceYear
      sourceUrl
      national
      checkedOn
    }
  }
`);
