import { graphql, type FragmentOf } from '@upstander/api-client';

export const settingsChange = graphql(`
  fragment SettingsChange on SettingsChange @_unmask {
    version
    changedAt
    changedBy
    changes {
      field
      before
      after
    }
  }
`);

export type SettingsChangeData = FragmentOf<typeof settingsChange>;
