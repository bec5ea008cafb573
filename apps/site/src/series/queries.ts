import { graphql, type ResultOf } from '@upstander/api-client';
import { pagePhotos } from '../photos/queries';

export const OneSeries = graphql(
  `
    query OneSeries($slug: String!, $page: String!, $first: Int, $after: String) {
      organization {
        currencies
      }
      seriesPage(slug: $slug, first: $first, after: $after) {
        descriptionHtml
        series {
          id
          slug
          title
          timeZone
          rule
          firstLocal
          until
          excludedDates
          status
          updatedAt
          chapter {
            name
            slug
            city
          }
          template {
            summary
            online
            place
            onlineUrl
            contactName
            contactEmail
            imageUrl
            languages
            accessibility
            bring
            withMinors
            maxGuests
            agenda {
              time
              text
              textEs
            }
          }
        }
        dates {
          edges {
            node {
              id
              slug
              title
              startsAt
              endsAt
              startsAtLocal
              originalStartsAtLocal
              timeZone
              status
              cancelReason
              online
              place
              opensAt
              overrides
              shifts {
                id
                role
                startsAt
                endsAt
                placesLeft
                waiting
                minimumAge
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      ...PagePhotos
    }
  `,
  [pagePhotos],
);

export type SeriesPageData = NonNullable<ResultOf<typeof OneSeries>['seriesPage']>;
export type SeriesData = SeriesPageData['series'];
export type SeriesDateData = SeriesPageData['dates']['edges'][number]['node'];

export const SignUpForSeries = graphql(`
  mutation SignUpForSeries($input: SignUpForSeriesInput!) {
    signUpForSeries(input: $input) {
      outcomes {
        startsAt
        signup {
          status
          position
        }
        refusal {
          code
        }
      }
      hasMoreDates
      standingStatus
    }
  }
`);
export type SeriesAnswer = ResultOf<typeof SignUpForSeries>['signUpForSeries'];
