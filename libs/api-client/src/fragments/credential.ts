import { graphql } from '../graphql.js';

/** A credential, as the staff of a chapter that knows the volunteer sees it. */
export const credentialRow = graphql(`
  fragment CredentialRow on ManagedCredential @_unmask {
    id
    volunteerId
    name
    status
    counts
    issuedOn
    expiresOn
    evidence
    textVersion
    signedName
    signedAt
    signature
    guardianRelation
    witness
    disclosedAt
    authorisedAt
    providerReference
    notifiedAt
    finalFrom
    decider
    decidedAt
    reason
    createdAt
    type {
      id
      kind
      name
      nameEs
      warnDays
      validMonths
      textVersion
      retiredAt
    }
  }
`);
