/** SQL condition: the column references the account with the email address `$1`. */
export const ofAccount = (column: string) => `${column} IN (SELECT a.id FROM identity.account a WHERE a.email = $1)`;
