import { graphql, helpLineFacts } from '@upstander/api-client';

/** The help lines that every page shows. */
export const HelpLines = graphql(
  `
    query HelpLines {
      helpLines {
        ...HelpLineFacts
      }
    }
  `,
  [helpLineFacts],
);
