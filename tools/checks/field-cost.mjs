import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { complaintsAbout, fieldsIn, filesNamingField } from './name-cost.mjs';
import { productSources } from './product-sources.mjs';

/** Counts the product files that name each editable field. See CONTRIBUTING.md, "Add a field". */
const limits = {
  median: 16,
  p90: 28,
  most: 52,
  apart: { 'Hold.recordId': 70, 'Photo.takenBy': 53, 'Signup.groupName': 53 },
};

const sources = productSources();
const models = readFileSync(join(root, 'libs/web-kit/src/models.generated.ts'), 'utf8');
const fields = fieldsIn(models, sources);
const costs = new Map(
  fields.map(({ field, entity }) => [`${entity}.${field}`, filesNamingField(field, sources).length]),
);
const listed = [...costs].sort(([, a], [, b]) => b - a).map(([name, cost]) => `${String(cost).padStart(5)} ${name}`);
console.log(`Product files that name each editable field:\n${listed.join('\n')}`);
const complaints = complaintsAbout(costs, limits);
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
