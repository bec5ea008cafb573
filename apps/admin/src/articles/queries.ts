import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const articleRow = graphql(`
  fragment ArticleRow on ManagedArticle @_unmask {
    id
    slug
    title
    audience
    status
    version
    versionStatus
    publishedVersion
    language
    reviewBy
    reviewDue
    scheduledFor
    awaitsMyApproval
    withdrawalRequestedAt
    canConfirmWithdrawal
  }
`);

const words = graphql(`
  fragment ArticleWordsParts on ManagedArticleText @_unmask {
    title
    summary
    note
    body
  }
`);

export const managedArticle = graphql(
  `
    fragment ManagedArticleParts on ManagedArticle @_unmask {
      ...ArticleRow
      reviewedOn
      withdrawnReason
      withdrawalReason
      withdrawalRequester
      versions {
        number
        status
        audience
        reviewedBy
        reviewBy
        isSpanishCurrent
        writtenAt
        writer
        publishAt
        decidedAt
        decider
        reason
        sources {
          title
          publisher
          year
          url
        }
        en {
          ...ArticleWordsParts
        }
        es {
          ...ArticleWordsParts
        }
      }
    }
  `,
  [words, articleRow],
);

export const articleQuery = graphql(
  `
    query ManageArticle($id: ID!) {
      manageArticle(id: $id) {
        ...ManagedArticleParts
      }
    }
  `,
  [managedArticle],
);

export const createArticleMutation = graphql(`
  mutation CreateArticle($slug: String!, $input: ArticleInput!) {
    createArticle(slug: $slug, input: $input) {
      id
    }
  }
`);

export const saveArticleMutation = graphql(`
  mutation SaveArticle($id: ID!, $input: ArticleInput!, $basedOn: Int!) {
    saveArticle(id: $id, input: $input, basedOn: $basedOn) {
      id
    }
  }
`);

export const submitArticleMutation = graphql(`
  mutation SubmitArticle($id: ID!, $version: Int!, $publishAt: DateTime) {
    submitArticle(id: $id, version: $version, publishAt: $publishAt) {
      id
    }
  }
`);

export const approveArticleMutation = graphql(`
  mutation ApproveArticle($id: ID!, $version: Int!, $spanishConfirmed: Boolean!) {
    approveArticle(id: $id, version: $version, spanishConfirmed: $spanishConfirmed) {
      id
    }
  }
`);

export const returnArticleMutation = graphql(`
  mutation ReturnArticle($id: ID!, $version: Int!, $reason: String!) {
    returnArticle(id: $id, version: $version, reason: $reason) {
      id
    }
  }
`);

export const withdrawArticleMutation = graphql(`
  mutation WithdrawArticle($id: ID!, $reason: String!) {
    withdrawArticle(id: $id, reason: $reason) {
      id
    }
  }
`);

export const confirmWithdrawalMutation = graphql(`
  mutation ConfirmArticleWithdrawal($id: ID!) {
    confirmArticleWithdrawal(id: $id) {
      id
    }
  }
`);

export const cancelWithdrawalMutation = graphql(`
  mutation CancelArticleWithdrawal($id: ID!) {
    cancelArticleWithdrawal(id: $id) {
      id
    }
  }
`);

export const previewQuery = graphql(`
  query ArticlePreview($body: String!) {
    articlePreview(body: $body)
  }
`);

export type Article = ResultOf<typeof managedArticle>;
export type Version = Article['versions'][number];
export type ArticleInput = VariablesOf<typeof saveArticleMutation>['input'];
