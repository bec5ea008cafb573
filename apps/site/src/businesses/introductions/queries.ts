import { graphql, type ResultOf } from '@upstander/api-client';
import { BusinessHead } from '../queries';

export const MyIntroductions = graphql(`
  query MyIntroductions($id: ID!) {
    myIntroductions(businessId: $id) {
      id
      alias
      opportunityTitle
      createdAt
      answer
      unread
    }
  }
`);
export type IntroductionLine = ResultOf<typeof MyIntroductions>['myIntroductions'][number];

export const MyIntroduction = graphql(
  `
    query MyIntroduction($business: ID!, $id: ID!) {
      me {
        email
      }
      myBusiness(id: $business) {
        ...BusinessHead
      }
      myIntroduction(id: $id) {
        id
        alias
        opportunityTitle
        opportunityId
        shares
        availability
        createdAt
        answer
        messages {
          id
          fromUs
          body
          at
        }
      }
    }
  `,
  [BusinessHead],
);
export type IntroductionData = NonNullable<ResultOf<typeof MyIntroduction>['myIntroduction']>;

export const AnswerIntroduction = graphql(`
  mutation AnswerIntroduction($input: AnswerIntroductionInput!) {
    answerIntroduction(input: $input) {
      id
    }
  }
`);

export const WriteToAdvocate = graphql(`
  mutation WriteToAdvocate($input: WriteAboutIntroductionInput!) {
    writeToAdvocate(input: $input) {
      id
    }
  }
`);
