import { graphql, type ResultOf } from '@upstander/api-client';

export const RequestMyData = graphql(`
  mutation RequestMyData($input: RequestMyDataInput!) {
    requestMyData(input: $input) {
      ok
    }
  }
`);

export const MyData = graphql(`
  query MyData($token: String!) {
    myData(token: $token) {
      email
      isErasureRequested
      canDownload
      canWithdraw
      refusedCode
      isOnLegalHold
      hasPaid
      kept {
        kind
        count
        afterErasure
      }
    }
  }
`);
export type StoredPersonData = NonNullable<ResultOf<typeof MyData>['myData']>;

export const EraseMyData = graphql(`
  mutation EraseMyData($token: String!) {
    eraseMyData(token: $token) {
      outcome
    }
  }
`);

export const OpenMyData = graphql(`
  mutation OpenMyData {
    openMyData {
      token
    }
  }
`);

export const WithdrawMyErasure = graphql(`
  mutation WithdrawMyErasure($token: String!) {
    withdrawMyErasure(token: $token) {
      ok
    }
  }
`);
