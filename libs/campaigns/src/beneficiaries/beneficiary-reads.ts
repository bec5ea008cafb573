import { Injectable } from '@nestjs/common';
import { fileUrl } from '@upstander/accounting';
import type { InJson } from '@upstander/donations';
import { accountName } from '@upstander/identity';
import { Clock, selectList, Config, Database, notFound } from '@upstander/platform';
import { Beneficiary } from './beneficiary.entity.js';
import type { BeneficiaryDuty, FundraisingMode, ManagedBeneficiary } from './managed-beneficiary.js';
import { ownBeneficiary } from './own-beneficiary.js';

type BeneficiaryRow = Beneficiary &
  Pick<ManagedBeneficiary, 'locked' | 'missing'> & { duties: Array<InJson<BeneficiaryDuty, 'checkedAt'>> | null };

// Parameters: $1 today, $2 a date in 30 days.
const select = `SELECT ${selectList(Beneficiary, 'b', 'staff')},
    ${selectList(Beneficiary, 'b', ['consentFileId', 'consentSignedOn', 'consentEndsOn'])},
    EXISTS (SELECT FROM fundraising.campaign c WHERE c.beneficiary_id = b.id AND c.first_gift_at IS NOT NULL) AS locked,
    fundraising.duties_missing(b.id, $1) AS missing, duty_list.duties
  FROM fundraising.beneficiary b LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('duty', d.duty, 'blocksGifts', d.gates, 'law', d.law, 'lawUrl', d.law_url,
        'lawReviewedOn', d.law_read_on, 'passed', k.passed, 'note', k.note, 'source', k.source, 'checkedBy', ${accountName('k.checked_by')},
        'checkedAt', k.checked_at, 'validUntil', last.day,
        'isMet', held.now, 'due', NOT held.now OR coalesce(last.day <= $2::date, false)) ORDER BY d.position) AS duties
    FROM fundraising.beneficiary_duty d
      LEFT JOIN LATERAL (
        SELECT * FROM fundraising.beneficiary_check k
        WHERE k.beneficiary_id = b.id AND k.duty = d.duty ORDER BY k.id DESC LIMIT 1
      ) k ON true
      CROSS JOIN LATERAL (
        SELECT least(k.valid_until, (k.checked_at AT TIME ZONE 'UTC')::date + d.valid_days,
          CASE WHEN d.duty = 'written_consent' THEN b.consent_ends_on END) AS day
      ) last
      CROSS JOIN LATERAL (
        SELECT coalesce(k.passed, false) AND coalesce($1::date <= last.day, true)
          AND (d.duty <> 'written_consent' OR coalesce(b.consent_signed_on <= $1::date, false)) AS now
      ) held
    WHERE b.kind = 'partner'
  ) duty_list ON true`;

const monthMs = 30 * 86_400_000;

@Injectable()
export class BeneficiaryReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  get mode(): FundraisingMode {
    return this.config.FUNDRAISING_MODE;
  }

  async all(): Promise<ManagedBeneficiary[]> {
    await ownBeneficiary(this.db, this.config, this.clock.now());
    return this.findWhere(`ORDER BY b.kind, b.archived_at IS NOT NULL, b.name, b.id LIMIT 500`);
  }

  async byId(id: string): Promise<ManagedBeneficiary> {
    const [beneficiary] = await this.findWhere('WHERE b.id = $3', id);
    if (!beneficiary) throw notFound('This beneficiary');
    return beneficiary;
  }

  async byIds(ids: readonly string[]): Promise<Map<string, ManagedBeneficiary>> {
    const found = await this.findWhere('WHERE b.id = ANY ($3::uuid[])', ids);
    return new Map(found.map((beneficiary) => [beneficiary.id, beneficiary]));
  }

  private async findWhere(which: string, ...more: unknown[]): Promise<ManagedBeneficiary[]> {
    const now = this.clock.now();
    const days = [now, new Date(now.valueOf() + monthMs)].map((at) => this.clock.dayOf(at));
    const rows = await this.db.query<BeneficiaryRow>(`${select} ${which}`, [...days, ...more]);
    return rows.map((row) => this.beneficiaryFrom(row));
  }

  private beneficiaryFrom(row: BeneficiaryRow): ManagedBeneficiary {
    const { consentFileId: fileId, consentSignedOn: signedOn, consentEndsOn: endsOn, duties } = row;
    const allowed = row.kind === 'own' || this.mode === 'named-beneficiaries';
    return {
      ...row,
      consent: fileId && signedOn ? { fileId, url: fileUrl(fileId), signedOn, endsOn } : null,
      duties: (duties ?? []).map((duty) => ({ ...duty, checkedAt: duty.checkedAt ? new Date(duty.checkedAt) : null })),
      maySolicit: allowed && !row.archivedAt && row.missing.length === 0,
    };
  }
}
