import { graphql, type ResultOf } from '@upstander/api-client';

export const reportQuery = graphql(`
  query AdvocacyReport($from: LocalDate!, $to: LocalDate!) {
    advocacyReport(from: $from, to: $to) {
      rows {
        month
        kind
        opened
        introduced
        closed
      }
      years {
        year
        kind
        opened
        introduced
        closed
      }
      threshold
    }
  }
`);

export type ReportRow = ResultOf<typeof reportQuery>['advocacyReport']['rows'][number];
