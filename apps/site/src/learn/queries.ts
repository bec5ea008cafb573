import { graphql, type ResultOf, timeLimitFacts } from '@upstander/api-client';
import { pagePhotos } from '../photos/queries';

export const Tracks = graphql(`
  query Tracks($locale: Locale!) {
    tracks(locale: $locale) {
      audience
      articles {
        id
        slug
        title
        summary
      }
    }
    courses(locale: $locale) {
      slug
      title
      summary
    }
  }
`);

export const OneArticle = graphql(
  `
    query OneArticle($slug: String!, $locale: Locale!, $page: String!) {
      article(slug: $slug, locale: $locale) {
        slug
        audience
        title
        summary
        note
        bodyHtml
        reviewedOn
        legal
        lawyerReviewedOn
        sources {
          title
          publisher
          year
          url
        }
      }
      tracks(locale: $locale) {
        audience
        articles {
          slug
          title
        }
      }
      ...PagePhotos
    }
  `,
  [pagePhotos],
);
export type ArticleData = NonNullable<ResultOf<typeof OneArticle>['article']>;

export const TimeLimits = graphql(
  `
    query TimeLimits {
      timeLimits {
        ...TimeLimitFacts
        writtenOn
      }
    }
  `,
  [timeLimitFacts],
);
export type TimeLimitData = ResultOf<typeof TimeLimits>['timeLimits'][number];

export const HandoutPage = graphql(`
  query HandoutPage($slug: String!, $locale: Locale!) {
    article(slug: $slug, locale: $locale) {
      slug
      title
      summary
      bodyHtml
      reviewedOn
      legal
      lawyerReviewedOn
      qrSvg(locale: $locale)
      sources {
        publisher
        year
      }
    }
  }
`);
