import { fieldsOf } from '@upstander/platform';
import { contentFields, type OpportunityContent } from '../opportunities/opportunity-content.js';
import { Opportunity } from '../opportunities/opportunity.entity.js';
import type { PayBounds } from './pay/pay-bounds.js';
import type { RedFlag } from '../opportunities/red-flag.js';
import { redFlagRules } from './rules/index.js';
import { readText } from './text/read-text.js';

type TextField = {
  [K in keyof OpportunityContent]: OpportunityContent[K] extends string ? K : never;
}[keyof OpportunityContent];

/** All free-text fields of the form; new fields are included automatically. */
const textFields = fieldsOf(Opportunity)
  .filter(
    ({ property, max, empty }) => max !== undefined && empty === '' && contentFields.includes(property as TextField),
  )
  .map(({ property }) => property as TextField);

/** Returns the red flags of an opportunity, at most one per rule and field. */
export function findRedFlags(content: OpportunityContent, bounds: PayBounds): RedFlag[] {
  const texts = new Map(
    textFields.filter((field) => content[field] !== '').map((field) => [field as string, readText(content[field])]),
  );
  return redFlagRules.flatMap((rule) =>
    rule.find({ content, texts, bounds }).map((finding) => ({ rule: rule.name, ...finding })),
  );
}
