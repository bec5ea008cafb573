import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

const seriesFields = graphql(`
  fragment SeriesFields on Series @_unmask {
    id
    slug
    title
    status
    timeZone
    rule
    firstLocal
    until
    extraDates
    excludedDates
    skipsHolidays
    version
    upcomingCount
    nextStartsAt
    chapter {
      id
      name
    }
    template {
      durationMinutes
      place
      online
    }
  }
`);

export const seriesQuery = graphql(
  `
    query Series($id: ID!) {
      series(id: $id) {
        ...SeriesFields
      }
    }
  `,
  [seriesFields],
);

export type ManagedSeries = ResultOf<typeof seriesQuery>['series'];

export const seriesListQuery = graphql(
  `
    query SeriesList($filter: SeriesFilter, $sort: SeriesSort, $first: Int, $after: String) {
      seriesList(filter: $filter, sort: $sort, first: $first, after: $after) {
        edges {
          node {
            ...SeriesFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
      }
    }
  `,
  [seriesFields],
);

export const seriesPreviewQuery = graphql(`
  query PreviewSeries($input: SeriesInput!, $seriesId: ID) {
    previewSeries(input: $input, seriesId: $seriesId) {
      count
      dates {
        local
        startsAtLocal
        isExtra
        isExcluded
        holiday
        takesPlace
        clockChange
        neighbors
        clashes
      }
    }
  }
`);

export type SeriesInput = VariablesOf<typeof seriesPreviewQuery>['input'];
export type PreviewedDate = ResultOf<typeof seriesPreviewQuery>['previewSeries']['dates'][number];

export const editPreviewQuery = graphql(`
  query PreviewSeriesEdit($id: ID!, $input: SeriesEditInput!) {
    previewSeriesEdit(id: $id, input: $input) {
      changedDates
      addedDates
      droppedDates
      firstDropped
      ownDates
      parts
      changedPeople
      displacedPeople
      droppedPeople
      notifiedPeople
    }
  }
`);

export type EditPreview = ResultOf<typeof editPreviewQuery>['previewSeriesEdit'];
export type SeriesEditInput = VariablesOf<typeof editPreviewQuery>['input'];

export const createSeriesMutation = graphql(`
  mutation CreateSeries($input: SeriesInput!, $idempotencyKey: String) {
    createSeries(input: $input, idempotencyKey: $idempotencyKey) {
      id
    }
  }
`);

export const publishSeriesMutation = graphql(`
  mutation PublishSeries($id: ID!) {
    publishSeries(id: $id) {
      id
    }
  }
`);

export const updateSeriesMutation = graphql(`
  mutation UpdateSeries($id: ID!, $input: SeriesEditInput!) {
    updateSeries(id: $id, input: $input) {
      id
    }
  }
`);

export const endSeriesMutation = graphql(`
  mutation EndSeries($id: ID!, $lastDay: LocalDate!, $reason: String) {
    endSeries(id: $id, lastDay: $lastDay, reason: $reason) {
      id
    }
  }
`);

export const skipDateMutation = graphql(`
  mutation SkipSeriesDate($id: ID!, $eventId: ID!, $reason: String) {
    skipSeriesDate(id: $id, eventId: $eventId, reason: $reason) {
      id
    }
  }
`);

export const resetOccurrenceMutation = graphql(`
  mutation ResetOccurrence($eventId: ID!, $parts: [EventPart!]!) {
    resetOccurrence(eventId: $eventId, parts: $parts) {
      id
    }
  }
`);
