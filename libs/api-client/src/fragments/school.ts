import { graphql } from '../graphql.js';

export const directoryEntry = graphql(`
  fragment DirectoryEntryRow on DirectoryEntry @_unmask {
    id
    name
    kind
    districtName
    city
    isFictional
  }
`);
