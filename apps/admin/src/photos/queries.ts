import { graphql, type FragmentOf } from '@upstander/api-client';

export const photoRow = graphql(`
  fragment PhotoRow on ManagedPhoto @_unmask {
    id
    altEn
    altEs
    takenBy
    status
    endsOn
    pages
  }
`);

export const photoDetails = graphql(
  `
    fragment PhotoDetails on ManagedPhoto @_unmask {
      ...PhotoRow
      width
      height
      url
      confirmedNoClientsAt
      consents {
        id
        renewsId
        name
        email
        phone
        language
        method
        forSharing
        forPrint
        endsOn
        agreedAt
        withdrawnAt
      }
    }
  `,
  [photoRow],
);
export type PhotoData = FragmentOf<typeof photoDetails>;
export type ConsentData = PhotoData['consents'][number];

export const photoQuery = graphql(
  `
    query ManagedPhoto($id: ID!) {
      managedPhoto(id: $id) {
        ...PhotoDetails
      }
    }
  `,
  [photoDetails],
);

export const updatePhotoMutation = graphql(`
  mutation UpdatePhoto($id: ID!, $input: PhotoInput!) {
    updatePhoto(id: $id, input: $input) {
      id
    }
  }
`);

export const deletePhotoMutation = graphql(`
  mutation DeletePhoto($id: ID!) {
    deletePhoto(id: $id) {
      ok
    }
  }
`);

export const placePhotoMutation = graphql(`
  mutation PlacePhoto($id: ID!, $page: String!) {
    placePhoto(id: $id, page: $page) {
      id
    }
  }
`);

export const takePhotoOffMutation = graphql(`
  mutation TakePhotoOff($id: ID!, $page: String!) {
    takePhotoOff(id: $id, page: $page) {
      id
    }
  }
`);

export const askConsentMutation = graphql(`
  mutation AskPhotoConsent($input: PhotoConsentInput!) {
    askPhotoConsent(input: $input) {
      id
    }
  }
`);

export const withdrawConsentMutation = graphql(`
  mutation WithdrawPhotoConsent($id: ID!) {
    withdrawPhotoConsent(id: $id) {
      id
    }
  }
`);

export const cancelConsentMutation = graphql(`
  mutation CancelPhotoConsent($id: ID!) {
    cancelPhotoConsent(id: $id) {
      id
    }
  }
`);
