import { graphql, type ResultOf } from '@upstander/api-client';

export const shownPhotosQuery = graphql(`
  query PhotosOfPage($page: String!) {
    photos(page: $page) {
      id
      altEn
      altEs
      smallUrl
      part
    }
  }
`);

export const photoChoicesQuery = graphql(`
  query PhotoChoices($search: String, $person: String, $after: String) {
    managedPhotos(filter: { status: LIVE, search: $search, person: $person }, first: 12, after: $after) {
      edges {
        node {
          id
          altEn
          altEs
          smallUrl
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
export type PhotoChoice = ResultOf<typeof photoChoicesQuery>['managedPhotos']['edges'][number]['node'];

export const choosePhotoMutation = graphql(`
  mutation ChoosePhoto($id: ID!, $page: String!) {
    placePhoto(id: $id, page: $page) {
      id
    }
  }
`);

export const removePhotoMutation = graphql(`
  mutation RemovePhotoFromPage($id: ID!, $page: String!) {
    takePhotoOff(id: $id, page: $page) {
      id
    }
  }
`);
