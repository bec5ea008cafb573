import { graphql } from '../graphql.js';

/** A help line, as shown to visitors. `HelpLine` of web-kit has the same fields. */
export const helpLineFacts = graphql(`
  fragment HelpLineFacts on HelpLine @_unmask {
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
`);

/** A legal time limit with its source. */
export const timeLimitFacts = graphql(`
  fragment TimeLimitFacts on TimeLimit @_unmask {
    id
    jurisdiction
    remedy
    rule
    ruleEs
    sourceTitle
    sourceYear
    sourceUrl
    reviewedOn
    stale
  }
`);
