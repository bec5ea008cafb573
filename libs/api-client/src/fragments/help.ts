import { graphql } from '../graphql.js';

/** Same fields as `HelpLine` of web-kit. */
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
