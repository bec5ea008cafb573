import { graphql, type ResultOf } from '@upstander/api-client';

export const beneficiariesQuery = graphql(`
  query Beneficiaries {
    fundraisingMode
    beneficiaries {
      id
      kind
      name
      registrationNumber
      website
      contactEmail
      archivedAt
      locked
      maySolicit
      missing
      consent {
        url
        signedOn
        endsOn
      }
      duties {
        duty
        passed
        isMet
        due
        blocksGifts
        note
        source
        checkedBy
        checkedAt
        validUntil
        law
        lawUrl
        lawReviewedOn
      }
    }
  }
`);

export type Beneficiary = ResultOf<typeof beneficiariesQuery>['beneficiaries'][number];
export type Duty = Beneficiary['duties'][number];

export const createBeneficiaryMutation = graphql(`
  mutation CreateBeneficiary($input: CreateBeneficiaryInput!) {
    createBeneficiary(input: $input) {
      id
      name
    }
  }
`);

export const updateBeneficiaryMutation = graphql(`
  mutation UpdateBeneficiary($input: UpdateBeneficiaryInput!) {
    updateBeneficiary(input: $input) {
      id
    }
  }
`);

export const archiveBeneficiaryMutation = graphql(`
  mutation ArchiveBeneficiary($input: BeneficiaryIdInput!) {
    archiveBeneficiary(input: $input) {
      id
    }
  }
`);

export const recordCheckMutation = graphql(`
  mutation RecordBeneficiaryCheck($input: RecordBeneficiaryCheckInput!) {
    recordBeneficiaryCheck(input: $input) {
      id
    }
  }
`);
