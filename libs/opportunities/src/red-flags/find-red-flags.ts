import type { ListingContent } from '../listings/listing-content.js';
import type { PayBounds } from './pay/pay-bounds.js';
import type { RedFlag } from './red-flag.js';
import { redFlagRules } from './rules/index.js';
import { readText } from './text/read-text.js';

const textFields = [
  'title',
  'description',
  'schedule',
  'place',
  'supervisorName',
  'acceptableRecords',
  'transport',
  'equipment',
] as const satisfies ReadonlyArray<keyof ListingContent>;

/** What the rules find in a listing, at most once for each rule and field. */
export function findRedFlags(content: ListingContent, bounds: PayBounds): RedFlag[] {
  const texts = new Map(
    textFields.filter((field) => content[field] !== '').map((field) => [field as string, readText(content[field])]),
  );
  return redFlagRules.flatMap((rule) =>
    rule.find({ content, texts, bounds }).map((finding) => ({ rule: rule.name, ...finding })),
  );
}
