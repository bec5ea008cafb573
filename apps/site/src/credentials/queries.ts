import { graphql, type ResultOf } from '@upstander/api-client';

export const MyCredentials = graphql(`
  query MyCredentials {
    me {
      volunteer {
        isMinor
        credentials {
          id
          typeId
          status
          issuedOn
          expiresOn
          evidence
          reason
          counts
          textVersion
          finalFrom
          guardianEmail
          signedName
          signature
          guardianRelation
          type {
            id
            kind
            name
            nameEs
            textVersion
          }
        }
      }
    }
    credentialTypes {
      id
      kind
      name
      nameEs
      howToGet
      howToGetEs
      textVersion
    }
    mySignups {
      id
      status
      shift {
        role
        startsAt
      }
      event {
        title
        slug
        timeZone
      }
      missing {
        isRequiredToSignUp
        dueAt
        reason
        type {
          id
        }
      }
    }
  }
`);
export type MyCredentialsData = ResultOf<typeof MyCredentials>;
export type HeldCredential = NonNullable<NonNullable<MyCredentialsData['me']>['volunteer']>['credentials'][number];
export type CredentialTypeData = MyCredentialsData['credentialTypes'][number];

export const CredentialTextQuery = graphql(`
  query CredentialText($typeId: ID!) {
    credentialText(typeId: $typeId) {
      version
      body
      bodyEs
    }
  }
`);

export const SignWaiver = graphql(`
  mutation SignWaiver($input: SignWaiverInput!) {
    signWaiver(input: $input) {
      id
    }
  }
`);

export const ClaimCredential = graphql(`
  mutation ClaimCredential($input: ClaimCredentialInput!) {
    claimCredential(input: $input) {
      id
    }
  }
`);

export const WithdrawCredential = graphql(`
  mutation WithdrawCredential($id: ID!) {
    withdrawCredential(id: $id) {
      id
    }
  }
`);

export const AcknowledgeDisclosure = graphql(`
  mutation AcknowledgeDisclosure($id: ID!, $version: Int!) {
    acknowledgeDisclosure(id: $id, version: $version) {
      id
    }
  }
`);

export const AuthoriseScreening = graphql(`
  mutation AuthoriseScreening($id: ID!, $name: String!) {
    authoriseScreening(id: $id, name: $name) {
      id
    }
  }
`);

export const GuardianWaiverQuery = graphql(`
  query GuardianWaiver($token: String!) {
    guardianWaiver(token: $token) {
      firstName
      name
      nameEs
      version
      body
      bodyEs
      signedAt
    }
  }
`);

export const SignGuardianWaiver = graphql(`
  mutation SignGuardianWaiver($input: SignGuardianWaiverInput!) {
    signGuardianWaiver(input: $input) {
      signedAt
    }
  }
`);
