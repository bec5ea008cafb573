import { eventFacts, graphql, type ResultOf } from '@upstander/api-client';

export const SelfCheckInPage = graphql(
  `
    query SelfCheckInPage($poster: String!) {
      selfCheckIn(poster: $poster) {
        opensAt
        closesAt
        event {
          ...EventFacts
        }
      }
    }
  `,
  [eventFacts],
);

export const CheckInHere = graphql(`
  mutation CheckInHere($input: CheckInHereInput!) {
    checkInHere(input: $input) {
      ok
      shifts {
        role
        startsAt
        endsAt
      }
    }
  }
`);

export const WallBoardPage = graphql(`
  query WallBoardPage($token: String!) {
    wallBoard(token: $token) {
      at
      code
      qrSvg
      event {
        title
        timeZone
      }
      present {
        role
        startsAt
        endsAt
        names
        unnamedCount
      }
      arriving {
        role
        startsAt
        endsAt
        names
        unnamedCount
      }
      leaving {
        role
        startsAt
        endsAt
        names
        unnamedCount
      }
    }
  }
`);

export type WallBoardData = ResultOf<typeof WallBoardPage>['wallBoard'];
export type WallBoardGroup = WallBoardData['present'][number];
export type CheckedInShift = ResultOf<typeof CheckInHere>['checkInHere']['shifts'][number];
