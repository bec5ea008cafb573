import { graphql, type ResultOf, timeLimitFacts } from '@upstander/api-client';

export const timeLimitsQuery = graphql(
  `
    query ManagedTimeLimits {
      timeLimits {
        ...TimeLimitFacts
        reviewBy
      }
    }
  `,
  [timeLimitFacts],
);
export type TimeLimitRow = ResultOf<typeof timeLimitsQuery>['timeLimits'][number];

export const articlesToReviewQuery = graphql(`
  query ArticlesToReview {
    articlesToReview {
      id
      slug
      title
      titleEs
    }
  }
`);
export type ArticleRow = ResultOf<typeof articlesToReviewQuery>['articlesToReview'][number];

export const reviewArticleMutation = graphql(`
  mutation ReviewArticle($id: ID!, $reviewedBy: String!) {
    reviewArticle(id: $id, reviewedBy: $reviewedBy) {
      id
    }
  }
`);

export const reviewTimeLimitMutation = graphql(`
  mutation ReviewTimeLimit($id: ID!, $input: TimeLimitReviewInput!) {
    reviewTimeLimit(id: $id, input: $input) {
      id
    }
  }
`);
