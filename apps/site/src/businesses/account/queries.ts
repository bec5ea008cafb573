import { graphql } from '@upstander/api-client';

export const RegisterBusiness = graphql(`
  mutation RegisterBusiness($input: RegisterBusinessInput!) {
    registerBusiness(input: $input) {
      id
    }
  }
`);

export const UpdateBusiness = graphql(`
  mutation UpdateBusiness($input: UpdateBusinessInput!) {
    updateBusiness(input: $input) {
      status
    }
  }
`);

export const ResubmitBusiness = graphql(`
  mutation ResubmitBusiness($input: BusinessIdInput!) {
    resubmitBusiness(input: $input) {
      id
    }
  }
`);

export const VerifyDomain = graphql(`
  mutation VerifyDomain($input: VerifyDomainInput!) {
    verifyDomain(input: $input) {
      id
    }
  }
`);

export const RegisterStart = graphql(`
  query RegisterStart {
    me {
      email
    }
    myBusinesses {
      id
    }
    organization {
      country
    }
  }
`);
