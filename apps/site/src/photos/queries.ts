import { graphql, type FragmentOf } from '@upstander/api-client';

export const sitePhoto = graphql(`
  fragment SitePhoto on PlacedPhoto @_unmask {
    altEn
    altEs
    takenBy
    url
    smallUrl
    portraitUrl
    width
    height
    part
    mayShare
  }
`);
export type SitePhotoData = FragmentOf<typeof sitePhoto>;

/** The photos that may currently be shown on a page. The query defines `$page`, the path of the page. */
export const pagePhotos = graphql(
  `
    fragment PagePhotos on Query @_unmask {
      photos(page: $page) {
        ...SitePhoto
      }
    }
  `,
  [sitePhoto],
);

export const MyPhotoConsent = graphql(`
  query MyPhotoConsent($token: String!) {
    myPhotoConsent(token: $token) {
      name
      email
      phone
      endsOn
      forSharing
      forPrint
      signedName
      agreedAt
      withdrawnAt
      isExpired
      altEn
      altEs
      pages
    }
  }
`);

export const AgreeToPhoto = graphql(`
  mutation AgreeToPhoto($input: AgreeToPhotoInput!) {
    agreeToPhoto(input: $input) {
      agreedAt
    }
  }
`);

export const WithdrawMyPhotoConsent = graphql(`
  mutation WithdrawMyPhotoConsent($input: WithdrawPhotoConsentInput!) {
    withdrawMyPhotoConsent(input: $input) {
      ok
    }
  }
`);
