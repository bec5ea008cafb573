export const donors = 'SELECT d.id FROM fundraising.donor d WHERE d.email = $1';
export const giftsOfDonor = `SELECT g.id FROM fundraising.gift g WHERE g.donor_id IN (${donors})`;
export const law =
  'accounting and tax law require records of gifts (IRS: three to seven years; other countries up to ten)';
export const finance = 'the person; finance';
