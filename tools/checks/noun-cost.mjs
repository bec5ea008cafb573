import { complaintsAbout, filesNaming, nounsIn } from './name-cost.mjs';
import { productSources } from './product-sources.mjs';

/**
 * Counts the product files that name each entity. A noun should be one folder, its screens and its words; a file
 * that has to name every noun makes the next one more expensive.
 */
const limits = {
  median: 24,
  p90: 93,
  most: 40,
  /** Nouns that others refer to. These numbers may only fall. */
  apart: {
    Volunteer: 136,
    Account: 128,
    Campaign: 111,
    Event: 110,
    Shift: 108,
    RecurringGift: 102,
    Gift: 100,
    Signup: 94,
    Chapter: 93,
    Business: 69,
    Hours: 69,
    HelpLine: 68,
    CredentialType: 68,
    Opportunity: 57,
    Ask: 55,
    LegalHold: 48,
    Message: 48,
    HandOver: 46,
    Mail: 43,
    Beneficiary: 42,
    RoleRequest: 42,
    Donor: 41,
  },
};

const sources = Object.fromEntries(
  Object.entries(productSources()).filter(([path]) => !path.startsWith('db/migrations/')),
);
const costs = new Map(nounsIn(sources).map((noun) => [noun.name, filesNaming(noun, sources).length]));
const listed = [...costs].sort(([, a], [, b]) => b - a).map(([name, cost]) => `${String(cost).padStart(5)} ${name}`);
console.log(`Product files that name each noun:\n${listed.join('\n')}`);
const complaints = complaintsAbout(costs, limits);
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
