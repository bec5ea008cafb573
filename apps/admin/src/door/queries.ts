import { eventHead, graphql, type ResultOf } from '@upstander/api-client';

const EventDoorFields = graphql(`
  fragment EventDoorFields on EventDoor @_unmask {
    posterQrSvg
    opensAt
    closesAt
    code
    codeChangesAt
    boardUrl
    kioskUrl
    kioskQrSvg
  }
`);

const DoorLinkFields = graphql(`
  fragment DoorLinkFields on DoorLink @_unmask {
    kind
    eventId
    eventTitle
    eventStartsAt
    timeZone
    createdBy
    creatorLeft
    createdAt
    lastUsedAt
    expiresAt
  }
`);

export const doorLinksQuery = graphql(
  `
    query DoorLinks($createdById: ID!) {
      doorLinks(createdById: $createdById) {
        ...DoorLinkFields
      }
    }
  `,
  [DoorLinkFields],
);

export const eventDoorQuery = graphql(
  `
    query EventDoor($id: ID!) {
      manageEvent(id: $id) {
        ...EventHead
        place
      }
      eventDoor(eventId: $id) {
        ...EventDoorFields
      }
      doorLinks(eventId: $id) {
        ...DoorLinkFields
      }
      doorSignatures(eventId: $id) {
        id
        name
        waiver
        waiverEs
        version
        signedName
        signature
        guardianRelation
        signedAt
        witness
      }
    }
  `,
  [EventDoorFields, DoorLinkFields, eventHead],
);

export const renewPosterMutation = graphql(
  `
    mutation RenewPoster($eventId: ID!) {
      renewPoster(eventId: $eventId) {
        ...EventDoorFields
      }
    }
  `,
  [EventDoorFields],
);

export const openBoardMutation = graphql(
  `
    mutation OpenBoard($eventId: ID!) {
      openBoard(eventId: $eventId) {
        ...EventDoorFields
      }
    }
  `,
  [EventDoorFields],
);

export const closeBoardMutation = graphql(
  `
    mutation CloseBoard($eventId: ID!) {
      closeBoard(eventId: $eventId) {
        ...EventDoorFields
      }
    }
  `,
  [EventDoorFields],
);

export const openKioskMutation = graphql(
  `
    mutation OpenKiosk($eventId: ID!) {
      openKiosk(eventId: $eventId) {
        ...EventDoorFields
      }
    }
  `,
  [EventDoorFields],
);

export const closeKioskMutation = graphql(
  `
    mutation CloseKiosk($eventId: ID!) {
      closeKiosk(eventId: $eventId) {
        ...EventDoorFields
      }
    }
  `,
  [EventDoorFields],
);

export type DoorLink = ResultOf<typeof DoorLinkFields>;
export type EventDoor = ResultOf<typeof EventDoorFields>;
export type DoorEvent = NonNullable<ResultOf<typeof eventDoorQuery>['manageEvent']>;
export type DoorSignature = ResultOf<typeof eventDoorQuery>['doorSignatures'][number];
