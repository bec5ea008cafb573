import { graphql, type ResultOf } from '@upstander/api-client';

export const HoursOfMine = graphql(`
  fragment HoursOfMine on Hours @_unmask {
    id
    activity
    day
    minutes
    status
  }
`);

export const MyHours = graphql(
  `
    query MyHours {
      me {
        volunteer {
          hoursTotal {
            minutes
            minutesLastYear
          }
          hours {
            ...HoursOfMine
            note
            chapter {
              name
              timeZone
            }
            corrections {
              minutesBefore
              minutesAfter
              reason
              at
            }
          }
        }
      }
      chapters {
        id
        name
      }
    }
  `,
  [HoursOfMine],
);

export type MyVolunteerHours = NonNullable<NonNullable<ResultOf<typeof MyHours>['me']>['volunteer']>;
export type GivenHours = MyVolunteerHours['hours'][number];

export const RecordHours = graphql(`
  mutation RecordHours($input: RecordHoursInput!) {
    recordHours(input: $input) {
      id
    }
  }
`);

export const DisputeHours = graphql(`
  mutation DisputeHours($id: ID!, $reason: String!) {
    disputeHours(id: $id, reason: $reason) {
      id
    }
  }
`);
