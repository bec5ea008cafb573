import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { FileStore, type OpenFile } from '@upstander/files';
import {
  Clock,
  Database,
  insertRow,
  isUuid,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  type Tx,
} from '@upstander/platform';
import { redrawPicture } from '@upstander/files/pictures';
import type { ManagedPhoto } from './managed-photo.js';
import { PhotoConsent } from './photo.entity.js';
import { PhotoConsentInput } from './photo.input.js';
import { PhotoMails } from './photo-mails.js';
import { PhotoReads } from './photo-reads.js';

type LockedConsent = Pick<
  PhotoConsent,
  'id' | 'photoId' | 'method' | 'agreedAt' | 'withdrawnAt' | 'renewsId' | 'endsOn'
>;

/** Maximum duration of a consent, in years. */
const maxYears = 5;

@Injectable()
export class PhotoConsents {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reads: PhotoReads,
    private readonly outbox: Outbox,
    private readonly mails: PhotoMails,
    private readonly files: FileStore,
  ) {}

  /** Requests consent, by emailed link or on paper. @throws Refusal NOT_FOUND, BAD_INPUT */
  async ask(actor: Actor, input: PhotoConsentInput): Promise<ManagedPhoto> {
    const photo = await this.reads.findOne(input.photoId);
    const { values, faults } = readInput(PhotoConsentInput, input);
    const today = this.clock.today();
    const { endsOn, email, phone, method, renewsId } = values;
    const renewed = photo.consents.find(({ id }) => id === renewsId);
    refuseFaults({
      ...faults,
      ...(endsOn && endsOn <= today && { endsOn: 'in-the-past' }),
      ...(endsOn && endsOn > yearsAfter(today, maxYears) && { endsOn: 'too-late' }),
      ...(method === 'link' && !email && { email: 'required' }),
      ...(!email && !phone && { email: 'required' }),
      ...(renewsId && !renewed && { renewsId: 'not-there' }),
    });
    await this.db.transaction(async (tx) => {
      const at = this.clock.now();
      const id = await insertRow(tx.manager, PhotoConsent, {
        photoId: photo.id,
        renewsId,
        name: values.name,
        email,
        phone,
        language: values.language,
        method,
        forSharing: values.forSharing,
        forPrint: values.forPrint,
        endsOn,
        askedBy: actor.accountId,
        createdAt: at,
      });
      if (method !== 'link' || !email) return;
      await this.outbox.add(tx, {
        key: `photo-consent-ask/${id}`,
        template: 'photo-consent-ask',
        subjectId: id,
        recipient: email,
        locale: values.language,
      });
    });
    return this.reads.findOne(photo.id);
  }

  /** Stores a signed form, which gives consent. @throws Refusal NOT_FOUND, FILE_NOT_READABLE, FILES_AWAY */
  async savePaper(id: string, bytes: Buffer): Promise<{ id: string }> {
    const isDocument = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
    const paper = isDocument ? { mediaType: 'application/pdf', bytes } : await redrawPicture(bytes, 2400);
    const stored = await this.files.store(paper.bytes);
    await this.db.transaction(async (tx) => {
      const consent = await lockConsent(tx, id);
      if (consent.method !== 'paper' || consent.withdrawnAt) throw notFound('This consent');
      await tx.manager.update(PhotoConsent, consent.id, {
        paper: stored.bytes,
        paperSha256: stored.sha256,
        paperType: paper.mediaType,
        agreedAt: consent.agreedAt ?? this.clock.now(),
      });
    });
    return { id };
  }

  /** @throws Refusal NOT_FOUND, FILES_AWAY */
  async paper(id: string): Promise<{ mediaType: string; file: OpenFile }> {
    const [found] = isUuid(id)
      ? await this.db.query<Pick<PhotoConsent, 'paper' | 'paperSha256' | 'paperType'> & Record<string, unknown>>(
          `SELECT k.paper_type AS "paperType", k.paper_sha256 AS "paperSha256", k.paper
           FROM outreach.photo_consent k WHERE k.id = $1`,
          [id],
        )
      : [];
    if (!found?.paperType) throw notFound('This paper');
    return {
      mediaType: found.paperType,
      file: await this.files.open({ sha256: found.paperSha256, bytes: found.paper }),
    };
  }

  /**
   * Records that a person declined or withdrew consent, which hides the photo everywhere. Idempotent.
   * @throws Refusal NOT_FOUND
   */
  async withdraw(id: string): Promise<ManagedPhoto> {
    const photoId = await this.db.transaction(async (tx) => {
      const consent = await lockConsent(tx, id);
      if (!consent.withdrawnAt) await this.withdrawConsent(tx, consent);
      return consent.photoId;
    });
    return this.reads.findOne(photoId);
  }

  async withdrawConsent(tx: Tx, consent: LockedConsent): Promise<void> {
    const at = this.clock.now();
    await tx.manager.update(PhotoConsent, consent.id, { withdrawnAt: at });
    await this.mails.notifyStaff(tx, 'photo-consent-withdrawn', consent.id, at);
  }

  /**
   * Deletes an unanswered consent request. Answers are kept, so a refusal can't be deleted to show the photo anyway.
   * @throws Refusal NOT_FOUND, PHOTO_CONSENT_GIVEN
   */
  async cancel(id: string): Promise<ManagedPhoto> {
    const photoId = await this.db.transaction(async (tx) => {
      const consent = await lockConsent(tx, id);
      if (consent.agreedAt || consent.withdrawnAt) {
        throw new Refusal('PHOTO_CONSENT_GIVEN', 'They’ve already answered. Their consent can only be withdrawn.');
      }
      await this.outbox.deleteFor(tx, [consent.id]);
      await tx.manager.delete(PhotoConsent, consent.id);
      return consent.photoId;
    });
    return this.reads.findOne(photoId);
  }
}

/** @throws Refusal NOT_FOUND */
export async function lockConsent(tx: Tx, id: string): Promise<LockedConsent> {
  const [consent] = isUuid(id)
    ? await tx.query<LockedConsent & Record<string, unknown>>(
        `SELECT k.id, k.photo_id AS "photoId", k.way AS method, k.agreed_at AS "agreedAt", k.withdrawn_at AS "withdrawnAt",
           k.renews_id AS "renewsId", k.ends_on::text AS "endsOn"
         FROM outreach.photo_consent k WHERE k.id = $1 FOR NO KEY UPDATE`,
        [id],
      )
    : [];
  if (!consent) throw notFound('This consent');
  return consent;
}

function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
