import { graphql } from '../graphql.js';

/** A school or district of the directory. */
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
