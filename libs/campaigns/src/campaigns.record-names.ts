import { Injectable } from '@nestjs/common';
import { RecordNames } from '@upstander/identity';

const ofGift = (table: string) => `
  SELECT t.id, g.name, c.title AS context, g.id AS "pageId" FROM fundraising.${table} t
  JOIN fundraising.gift g ON g.id = t.gift_id JOIN fundraising.campaign c ON c.id = g.campaign_id
  WHERE t.id = ANY ($1::uuid[])`;
const ofCampaign = (table: string, name: string) => `
  SELECT t.id, ${name} AS name, c.title AS context, c.id AS "pageId" FROM fundraising.${table} t
  JOIN fundraising.campaign c ON c.id = t.campaign_id WHERE t.id = ANY ($1::uuid[])`;
const onGift = { path: ({ pageId }: { pageId?: string | null }) => `/gifts/${pageId}` };

/** Names of fundraisers, gifts and payments in the log of staff actions. Gifts are named by their donor. */
@Injectable()
export class CampaignRecordNames {
  constructor(private readonly names: RecordNames) {
    this.defineCampaigns();
    this.defineGifts();
    this.defineAccounting();
  }

  private defineCampaigns(): void {
    this.names.define('campaign', {
      also: ['campaignChanges', 'campaignCover', 'campaignEdit'],
      sql: 'SELECT id, title AS name FROM fundraising.campaign WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/fundraisers/${id}`,
    });
    this.names.define('page', {
      also: ['pageEdit', 'pageStatus'],
      sql: ofCampaign('page', 't.title'),
      path: ({ pageId }) => `/fundraisers/${pageId}/pages`,
    });
    this.names.define('campaignUpdate', {
      also: ['updateStatus'],
      sql: ofCampaign('update', 't.title'),
      path: ({ pageId }) => `/fundraisers/${pageId}/updates`,
    });
    this.names.define('beneficiary', {
      also: ['beneficiaryCheck'],
      sql: 'SELECT id, name FROM fundraising.beneficiary WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/beneficiaries/${id}`,
    });
    this.names.define('matchingPool', {
      also: ['pool', 'sponsorPayment'],
      sql: ofCampaign('matching_pool', 't.sponsor_name'),
      path: () => '/matching',
    });
    this.names.define('disbursement', {
      also: ['disbursementEvidence'],
      sql: `SELECT d.id, b.name, c.title AS context FROM fundraising.disbursement d
        JOIN fundraising.campaign c ON c.id = d.campaign_id JOIN fundraising.beneficiary b ON b.id = d.beneficiary_id
        WHERE d.id = ANY ($1::uuid[])`,
      path: () => '/disbursements',
    });
  }

  private defineGifts(): void {
    this.names.define('gift', {
      also: ['offlineGift'],
      sql: ofCampaign('gift', 't.name'),
      path: ({ id }) => `/gifts/${id}`,
    });
    this.names.define('refund', { sql: ofGift('refund'), ...onGift });
    this.names.define('fraudWarning', { sql: ofGift('fraud_warning'), ...onGift });
    this.names.define('receipt', { sql: ofGift('receipt'), ...onGift });
    this.names.define('recurringGift', {
      also: ['recurringGiftByStaff'],
      sql: ofCampaign('recurring_gift', 't.name'),
      path: ({ id }) => `/recurring-gifts/${id}`,
    });
    this.names.define('pledge', { sql: ofCampaign('pledge', 't.name'), path: () => '/gifts/pledges' });
    this.names.define('giftImport', {
      also: ['gifts'],
      sql: 'SELECT id, file_name AS name FROM fundraising.gift_import WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/gifts/imports/${id}`,
    });
  }

  private defineAccounting(): void {
    this.names.define('deposit', {
      sql: `SELECT id, nullif(reference, '') AS name, deposited_on::text AS day
        FROM fundraising.deposit WHERE id = ANY ($1::uuid[])`,
      path: () => '/gifts/cash',
    });
    this.names.define('payout', {
      also: ['payoutConfirmation'],
      sql: 'SELECT id, NULL AS name, arrives_on::text AS day FROM fundraising.payout WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/reconciliation/payouts/${id}`,
    });
    this.names.define('discrepancy', {
      sql: `SELECT d.id, g.name, (d.found_at AT TIME ZONE 'UTC')::date::text AS day FROM fundraising.discrepancy d
        LEFT JOIN fundraising.gift g ON g.id = d.gift_id WHERE d.id = ANY ($1::uuid[])`,
      path: () => '/reconciliation/discrepancies',
    });
    this.names.define('ledgerCheck', {
      sql: `SELECT id, NULL AS name, (checked_at AT TIME ZONE 'UTC')::date::text AS day
        FROM fundraising.ledger_check WHERE id = ANY ($1::uuid[])`,
      path: () => '/ledger/check',
    });
  }
}
