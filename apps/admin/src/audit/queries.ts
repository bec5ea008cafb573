import { graphql } from '@upstander/api-client';

export const lastCheckQuery = graphql(`
  query LastTrailCheck {
    lastAuditCheck {
      ok
      firstBroken
      rows
      checkedAt
    }
  }
`);

export const chainQuery = graphql(`
  query AuditChain {
    auditChain {
      ok
      firstBroken
      rows
      checkedAt
    }
  }
`);
