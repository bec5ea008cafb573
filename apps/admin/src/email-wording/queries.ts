import { graphql, type ResultOf } from '@upstander/api-client';
import { settingsChange } from '../parts/settings/queries';

export const emailWordingsQuery = graphql(`
  query EmailWordings {
    emailWordings {
      slug
      area
      name
      sentWhen
      fixed
      changedIn
      outdatedIn
      changedAt
    }
  }
`);

const emailWording = graphql(
  `
    fragment EmailWording on EmailWording @_unmask {
      slug
      area
      name
      sentWhen
      fixed
      locale
      version
      texts {
        key
        kind
        text
        original
        formerOriginal
        fixed
        longest
        fault {
          key
          reason
          at
          name
        }
        placeholders {
          name
          meaning
          insert
          isRequired
        }
      }
      history {
        ...SettingsChange
      }
    }
  `,
  [settingsChange],
);

export const emailWordingQuery = graphql(
  `
    query EmailWording($slug: String!, $locale: Locale!) {
      emailWording(slug: $slug, locale: $locale) {
        ...EmailWording
      }
    }
  `,
  [emailWording],
);

export const emailPreviewQuery = graphql(`
  query EmailPreview($slug: String!, $locale: Locale!, $texts: [EmailTextInput!]!) {
    emailPreview(slug: $slug, locale: $locale, texts: $texts) {
      subject
      html
      text
      faults {
        key
        reason
        at
        name
      }
    }
  }
`);

export const updateEmailWordingMutation = graphql(
  `
    mutation UpdateEmailWording($slug: String!, $locale: Locale!, $texts: [EmailTextInput!]!, $version: Int!) {
      updateEmailWording(slug: $slug, locale: $locale, texts: $texts, version: $version) {
        ...EmailWording
      }
    }
  `,
  [emailWording],
);

export const testEmailWordingMutation = graphql(`
  mutation TestEmailWording($slug: String!, $locale: Locale!, $texts: [EmailTextInput!]!) {
    testEmailWording(slug: $slug, locale: $locale, texts: $texts) {
      slug
      email
    }
  }
`);

export type EmailSummary = ResultOf<typeof emailWordingsQuery>['emailWordings'][number];
export type EmailWording = ResultOf<typeof emailWordingQuery>['emailWording'];
export type EmailText = EmailWording['texts'][number];
export type EmailTextFault = ResultOf<typeof emailPreviewQuery>['emailPreview']['faults'][number];
