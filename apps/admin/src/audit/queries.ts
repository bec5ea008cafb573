import { graphql } from '@upstander/api-client';

export const lastCheckQuery = graphql(`
  query LastTrailCheck {
    lastAuditCheck {
      ok
      firstInvalidRow
      rows
      checkedAt
    }
  }
`);

export const chainQuery = graphql(`
  query AuditChain {
    auditChain {
      ok
      firstInvalidRow
      rows
      checkedAt
    }
  }
`);
