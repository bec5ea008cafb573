import { graphql, helpLineFacts } from '@upstander/api-client';

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
