import { graphql, type ResultOf } from '@upstander/api-client';

export const systemHealthQuery = graphql(`
  query SystemHealth {
    systemHealth {
      version
      at
      checks {
        name
        area
        state
        value
        worstItem
      }
      jobs {
        name
        state
        doneAt
        milliseconds
        failedAt
        failures
        fault
        faultId
        intervalSeconds
        waiting
      }
    }
  }
`);

export const runJobMutation = graphql(`
  mutation RunJob($name: String!) {
    runJob(name: $name) {
      ok
    }
  }
`);

export type Health = ResultOf<typeof systemHealthQuery>['systemHealth'];
export type Check = Health['checks'][number];
export type JobState = Health['jobs'][number];
