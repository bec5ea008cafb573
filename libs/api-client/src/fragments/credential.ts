import { graphql } from '../graphql.js';

export const credentialType = graphql(`
  fragment CredentialTypeRow on CredentialType @_unmask {
    id
    kind
    name
    nameEs
    warnDays
    validMonths
    textVersion
    retiredAt
  }
`);

/** Credential for the staff of a chapter the volunteer belongs to. */
export const credentialRow = graphql(
  `
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
      authorizedAt
      providerReference
      notifiedAt
      finalFrom
      decider
      decidedAt
      reason
      createdAt
      type {
        ...CredentialTypeRow
      }
    }
  `,
  [credentialType],
);
