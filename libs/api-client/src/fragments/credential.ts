import { graphql } from '../graphql.js';

/** What a kind of credential is called and how long it counts. */
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

/** A credential, as the staff of a chapter that knows the volunteer sees it. */
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
      authorisedAt
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
