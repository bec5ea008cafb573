import { graphql, type FragmentOf } from '@upstander/api-client';
import { queryApi } from '../api/ask';
import type { SiteContext } from '../request/site-context';

const sitePhoto = graphql(`
  fragment SitePhoto on PlacedPhoto @_unmask {
    altEn
    altEs
    takenBy
    url
    smallUrl
    width
    height
    part
    mayShare
  }
`);
export type SitePhotoData = FragmentOf<typeof sitePhoto>;

const PagePhotos = graphql(
  `
    query PagePhotos($page: String!) {
      photos(page: $page) {
        ...SitePhoto
      }
    }
  `,
  [sitePhoto],
);

/** Returns no photos if the query fails. */
export async function photosOf(context: SiteContext, page: string): Promise<readonly SitePhotoData[]> {
  return queryApi(context, PagePhotos, { page }).then(
    ({ photos }) => photos,
    (error: unknown) => {
      context.report(error);
      return [];
    },
  );
}

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
