import type { OpportunityContent } from '../../opportunities/opportunity-content.js';
import type { PayBounds } from '../pay/pay-bounds.js';
import type { ParsedText } from '../text/read-text.js';

export interface ParsedOpportunity {
  content: OpportunityContent;
  /** Texts of the form by field, without empty ones. */
  texts: ReadonlyMap<string, ParsedText>;
  bounds: PayBounds;
}

export interface Finding {
  field: string;
  excerpt: string;
}

/**
 * A rule for red flags. Its name is part of the API, and web-kit explains it under that name (enums.redFlag). A finding
 * may be harmless; it only makes sure that a person checks.
 */
export interface RedFlagRule {
  readonly name: string;
  find(opportunity: ParsedOpportunity): Finding[];
}
