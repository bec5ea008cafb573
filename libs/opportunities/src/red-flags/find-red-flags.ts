import { fieldsOf } from '@upstander/platform';
import { contentFields, type ListingContent } from '../listings/listing-content.js';
import { Listing } from '../listings/listing.entity.js';
import type { PayBounds } from './pay/pay-bounds.js';
import type { RedFlag } from './red-flag.js';
import { redFlagRules } from './rules/index.js';
import { readText } from './text/read-text.js';

type TextField = { [K in keyof ListingContent]: ListingContent[K] extends string ? K : never }[keyof ListingContent];

/** Whatever a business types in words; a new field is looked at from its first day. */
const textFields = fieldsOf(Listing)
  .filter(
    ({ property, max, empty }) => max !== undefined && empty === '' && contentFields.includes(property as TextField),
  )
  .map(({ property }) => property as TextField);

/** What the rules find in a listing, at most once for each rule and field. */
export function findRedFlags(content: ListingContent, bounds: PayBounds): RedFlag[] {
  const texts = new Map(
    textFields.filter((field) => content[field] !== '').map((field) => [field as string, readText(content[field])]),
  );
  return redFlagRules.flatMap((rule) =>
    rule.find({ content, texts, bounds }).map((finding) => ({ rule: rule.name, ...finding })),
  );
}
