import { graphql, helpLineFacts } from '@upstander/api-client';

/** Help lines shown on every page. */
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
