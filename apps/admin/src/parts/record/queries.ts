import { graphql, type ResultOf } from '@upstander/api-client';

export const messageFragment = graphql(`
  fragment Message on SealedMessage @_unmask {
    id
    sender
    authorName
    body
    at
    readAt
  }
`);

export type Message = ResultOf<typeof messageFragment>;

export const writeToPersonMutation = graphql(
  `
    mutation WriteToPerson($input: WriteToPersonInput!) {
      writeToPerson(input: $input) {
        ...Message
      }
    }
  `,
  [messageFragment],
);

export const contactedMutation = graphql(`
  mutation ContactedPerson($input: SealedRecordInput!) {
    contactedPerson(input: $input) {
      ok
    }
  }
`);

export const placeHoldMutation = graphql(`
  mutation PlaceHold($input: HoldInput!) {
    placeHold(input: $input) {
      ok
    }
  }
`);

export const liftHoldMutation = graphql(`
  mutation LiftHold($input: HoldInput!) {
    liftHold(input: $input) {
      ok
    }
  }
`);
