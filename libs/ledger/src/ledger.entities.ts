/** Every table of this library, for the data source. */
export const ledgerEntities = [];
