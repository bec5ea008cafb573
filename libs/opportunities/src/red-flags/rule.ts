import type { OpportunityContent } from '../opportunities/opportunity-content.js';
import type { PayBounds } from './pay/pay-bounds.js';
import type { ReadText } from './text/read-text.js';

/** An opportunity as the rules read it. */
export interface ReadOpportunity {
  content: OpportunityContent;
  /** The texts of the form by their fields; empty ones are missing. */
  texts: ReadonlyMap<string, ReadText>;
  bounds: PayBounds;
}

export interface Finding {
  field: string;
  /** The words it was found in, as written. */
  excerpt: string;
}

/**
 * One thing to look for. Its name is part of the API; its explanation for people stands under that name in web-kit
 * (enums.redFlag). What it finds may be harmless: it only sees to it that a person looks there.
 */
export interface RedFlagRule {
  readonly name: string;
  find(opportunity: ReadOpportunity): Finding[];
}
