import { graphql } from '@upstander/api-client';

export const addGroupMutation = graphql(`
  mutation AddGroup(
    $shiftId: ID!
    $groupName: String!
    $name: String!
    $email: EmailAddress!
    $phone: PhoneNumber
    $people: Int!
    $minors: Int
    $overlapReason: String
    $oldEnough: Boolean
    $idempotencyKey: String
  ) {
    addGroup(
      shiftId: $shiftId
      groupName: $groupName
      name: $name
      email: $email
      phone: $phone
      people: $people
      minors: $minors
      overlapReason: $overlapReason
      oldEnough: $oldEnough
      idempotencyKey: $idempotencyKey
    ) {
      id
      status
      position
    }
  }
`);

export const updateGroupMutation = graphql(`
  mutation UpdateGroup($signupId: ID!, $people: Int!, $minors: Int, $names: [String!], $minorNames: [String!]) {
    updateGroup(signupId: $signupId, people: $people, minors: $minors, names: $names, minorNames: $minorNames) {
      id
    }
  }
`);

export const markAbsentGuestsMutation = graphql(`
  mutation MarkAbsentGuests($signupId: ID!, $absentGuests: [Int!]!) {
    markAbsentGuests(signupId: $signupId, absentGuests: $absentGuests) {
      id
    }
  }
`);
