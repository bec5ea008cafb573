import { graphql } from '../graphql.js';

/** A school or district of the directory, for whoever looks for theirs and for whoever keeps it. */
export const directoryEntry = graphql(`
  fragment DirectoryEntryRow on DirectoryEntry @_unmask {
    id
    name
    kind
    districtName
    city
    madeUp
  }
`);
