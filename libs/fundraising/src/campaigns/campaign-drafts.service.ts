import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Config,
  Database,
  dayIn,
  isUuid,
  Refusal,
  slugBase,
  type Tx,
  typedKey,
  typedLine,
  violatedConstraint,
} from '@upstander/platform';
import { beneficiaryLocked } from '../beneficiaries/beneficiaries.service.js';
import { ownBeneficiary } from '../beneficiaries/own-beneficiary.js';
import { plain } from '../offline/plain.js';
import { detailsFrom, emptyDetails, requireDaysAhead } from './campaign-details.js';
import { holdCampaign, insertCampaign, updateCampaign, type StoredCampaign } from './campaign-store.js';
import type { CreateCampaignInput, SetCampaignCoverInput, UpdateCampaignInput } from './campaign.input.js';
import type { ManagedCampaign } from './managed-campaign.js';
import { ManagedCampaigns } from './managed-campaigns.service.js';
import { DraftTools } from './draft-tools.js';
import { partnersOff } from './partners-off.js';
import { claimCampaignSlug } from './slugs.js';

/** What organizers write: a campaign as it is made, and as it is changed. */
@Injectable()
export class CampaignDrafts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly tools: DraftTools,
    private readonly reads: ManagedCampaigns,
  ) {}

  /**
   * A draft in one of the actor's chapters, or of the organisation for who holds the role for all of it.
   * @throws Refusal BAD_INPUT naming the field; NOT_FOUND for a chapter that is not theirs; PARTNERS_OFF.
   */
  async create(actor: Actor, input: CreateCampaignInput): Promise<ManagedCampaign> {
    await this.tools.requireChapter(actor, input.chapterId ?? null);
    const now = this.clock.now();
    const { idempotencyKey, ...written } = input;
    const call = {
      operation: 'createCampaign',
      actorKey: String(actor.accountId),
      key: typedKey(idempotencyKey),
      input: plain(written),
    };
    const id = await this.db.transaction((tx) =>
      this.tools.idempotency.once(tx, call, async () => {
        const standard = { beneficiaryId: await ownBeneficiary(tx, this.config, now), timeZone: input.timeZone };
        const nothing = emptyDetails(standard);
        const details = detailsFrom(input, nothing, this.config.CURRENCIES);
        requireDaysAhead(details, nothing, dayIn(details.timeZone, now));
        await this.requireBeneficiary(tx, details.beneficiaryId);
        const slug = await claimCampaignSlug(tx, slugBase(details.title, 'fundraiser'));
        const chapterId = input.chapterId?.toLowerCase() ?? null;
        const made = { slug, chapterId, status: 'draft', bySupporter: false, accountId: actor.accountId, now } as const;
        return insertCampaign(tx, details, made);
      }),
    );
    return this.reads.byId(id);
  }

  /**
   * Writes what was changed. The address follows the title until the campaign was public.
   * @throws Refusal NOT_FOUND; BAD_INPUT; CHANGED_MEANWHILE with what stands there now; CAMPAIGN_STATUS once it is over; BENEFICIARY_LOCKED from the first gift on.
   */
  async update(actor: Actor, input: UpdateCampaignInput): Promise<ManagedCampaign> {
    await this.tools.access.require(actor, 'campaign:edit', [input.id], 'This fundraiser');
    await this.db
      .transaction(async (tx) => {
        const before = await holdCampaign(tx, input.id);
        if (before.status === 'ended' || before.status === 'refused') throw overAlready();
        if (typeof input.version === 'number' && input.version !== before.version) throw changedMeanwhile(before);
        const after = detailsFrom(input, before, this.config.CURRENCIES);
        requireDaysAhead(after, before, dayIn(after.timeZone, this.clock.now()));
        if (after.beneficiaryId !== before.beneficiaryId) await this.requireBeneficiary(tx, after.beneficiaryId);
        const slug = await this.tools.slugFor(tx, before, after);
        await updateCampaign(tx, before, after, { slug, now: this.clock.now() });
      })
      .catch((error: unknown) => {
        throw violatedConstraint(error) === 'beneficiary_locked' ? beneficiaryLocked() : error;
      });
    return this.reads.byId(input.id);
  }

  /** @throws Refusal NOT_FOUND; BAD_INPUT for what is no picture, or a picture without words for it. */
  async setCover(actor: Actor, input: SetCampaignCoverInput): Promise<ManagedCampaign> {
    await this.tools.access.require(actor, 'campaign:edit', [input.id], 'This fundraiser');
    const alt = input.fileId ? typedLine('alt', input.alt ?? '', 300) : '';
    await this.db.transaction(async (tx) => {
      await holdCampaign(tx, input.id);
      if (input.fileId) {
        const sql = `SELECT FROM fundraising.file WHERE id = $1 AND purpose = 'cover'`;
        const [picture] = isUuid(input.fileId) ? await tx.query(sql, [input.fileId]) : [];
        if (!picture) throw badInput({ fileId: 'not-a-cover' });
      }
      await tx.query(
        'UPDATE fundraising.campaign SET cover_file_id = $2, cover_alt = $3, updated_at = $4 WHERE id = $1',
        [input.id, input.fileId ?? null, alt, this.clock.now()],
      );
    });
    return this.reads.byId(input.id);
  }

  /** A partner must be there, not archived, and partners must be collected for at all. */
  private async requireBeneficiary(tx: Tx, id: string): Promise<void> {
    const [found] = await tx.query<{ kind: string }>(
      'SELECT kind FROM fundraising.beneficiary WHERE id = $1 AND archived_at IS NULL',
      [id],
    );
    if (!found) throw badInput({ beneficiaryId: 'not-there' });
    if (found.kind === 'partner' && this.config.FUNDRAISING_MODE === 'own') throw partnersOff();
  }
}

/** As for an event: what stands there now, in the words of the input. */
function changedMeanwhile(campaign: StoredCampaign): Refusal {
  const { version, updatedAt, goalMinor, currency } = campaign;
  const { beneficiaryId, title, summary, story, language, timeZone } = campaign;
  const { startsOn, endsOn, organizerName, organizerEmail, eventIds } = campaign;
  const goal = { amountMinor: Number(goalMinor), currency };
  const words = { beneficiaryId, title, summary, story, language, goal, timeZone };
  return new Refusal('CHANGED_MEANWHILE', 'Somebody else has changed this meanwhile.', {
    version,
    changedAt: updatedAt.toISOString(),
    changedBy: null,
    values: { ...words, startsOn, endsOn, organizerName, organizerEmail, eventIds },
  });
}

function overAlready(): Refusal {
  return new Refusal('CAMPAIGN_STATUS', 'This fundraiser is over.');
}
