/**
 * Settings with which the owner can read all rows of the sealed zone, for a backup or to count them.
 * Row-level security hides them otherwise (db/functions/sealed/backs_up.sql).
 */
export const backupOptions = '-c sealed.reader=system -c sealed.job=backup';
