import { Injectable } from '@nestjs/common';
import { RecordNames } from '@upstander/identity';

/** Names of businesses and opportunities in the log of staff actions. */
@Injectable()
export class OpportunityRecordNames {
  constructor(names: RecordNames) {
    names.define('business', {
      also: ['businessChanges', 'businessMember', 'evidence'],
      sql: 'SELECT id, legal_name AS name FROM opportunities.business WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/businesses/${id}`,
    });
    names.define('opportunity', {
      also: ['downOpportunity', 'opportunityChanges'],
      sql: `SELECT o.id, o.title AS name, b.legal_name AS context FROM opportunities.opportunity o
        JOIN opportunities.business b ON b.id = o.business_id WHERE o.id = ANY ($1::uuid[])`,
      path: ({ id }) => `/opportunities/${id}`,
    });
  }
}
