import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { FileStore, type OpenFile } from '@upstander/files';
import { Clock, Database, notFound, personName, Refusal, SignedIds, type Tx } from '@upstander/platform';
import { In } from 'typeorm';
import type { MyPhotoConsent } from './managed-photo.js';
import { consentColumns, photoConsentLink } from './photo-columns.js';
import { PhotoConsent } from './photo.entity.js';
import type { AgreeToPhotoInput, WithdrawPhotoConsentInput } from './photo.input.js';
import { lockConsent, PhotoConsents } from './photo-consents.service.js';

@Injectable()
export class MyPhotoConsents {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signed: SignedIds,
    private readonly limits: RateLimits,
    private readonly consents: PhotoConsents,
    private readonly outbox: Outbox,
    private readonly files: FileStore,
  ) {}

  /** Returns null if the link is invalid or its data was deleted. */
  async find(token: string): Promise<MyPhotoConsent | null> {
    const link = this.signed.verify(photoConsentLink, token);
    if (!link) return null;
    const [found] = await this.db.query<MyPhotoConsent & Record<string, unknown>>(
      `SELECT ${consentColumns}, p.alt_en AS "altEn", p.alt_es AS "altEs", k.ends_on < $2::date AS "isExpired",
         ARRAY(SELECT l.page FROM outreach.photo_place l WHERE l.photo_id = p.id ORDER BY l.page) AS pages
       FROM outreach.photo_consent k JOIN outreach.photo p ON p.id = k.photo_id
       WHERE k.id = $1 AND k.forgotten_at IS NULL`,
      [link.id, this.clock.today()],
    );
    return found ?? null;
  }

  /** Opens the photo for the person, even while it is hidden from others. @throws Refusal NOT_FOUND, FILES_AWAY */
  async picture(token: string): Promise<OpenFile> {
    const link = this.signed.verify(photoConsentLink, token);
    const [found] = link
      ? await this.db.query<{ sha256: Buffer | null; bytes: Buffer | null }>(
          `SELECT p.small_sha256 AS sha256, p.small_bytes AS bytes FROM outreach.photo_consent k JOIN outreach.photo p ON p.id = k.photo_id
           WHERE k.id = $1 AND k.forgotten_at IS NULL`,
          [link.id],
        )
      : [];
    if (!found) throw notFound('This photo');
    return this.files.open(found);
  }

  /**
   * Only the first signature counts.
   * @throws Refusal NOT_FOUND, BAD_INPUT, PHOTO_CONSENT_OVER
   */
  async agree(actor: Actor, { token, name }: AgreeToPhotoInput): Promise<MyPhotoConsent> {
    const signedName = personName('name', name, 80);
    await this.change(actor, token, async (tx, consent) => {
      if (consent.withdrawnAt || consent.endsOn < this.clock.today()) {
        throw new Refusal(
          'PHOTO_CONSENT_OVER',
          'This question is closed. Please write to us if you changed your mind.',
        );
      }
      if (consent.agreedAt) return;
      await tx.manager.update(PhotoConsent, consent.id, { agreedAt: this.clock.now(), signedName });
    });
    return this.requireConsent(token);
  }

  /**
   * Declines or withdraws consent, which hides the photo everywhere immediately.
   * With `forget`, also deletes the name, address and signed form, and keeps only the refusal.
   * @throws Refusal NOT_FOUND
   */
  async withdraw(actor: Actor, { token, forget }: WithdrawPhotoConsentInput): Promise<{ ok: true }> {
    await this.change(actor, token, async (tx, consent) => {
      if (forget) await this.deletePerson(tx, consent.id);
      if (!consent.withdrawnAt) await this.consents.withdrawConsent(tx, consent);
    });
    return { ok: true };
  }

  /** Also covers the person's earlier consents to this photo. */
  private async deletePerson(tx: Tx, id: string): Promise<void> {
    const personConsents = await tx.query<{ id: string }>(
      `SELECT k.id FROM outreach.photo_consent k JOIN outreach.photo_consent mine ON mine.photo_id = k.photo_id
       WHERE mine.id = $1 AND k.email = mine.email ORDER BY k.id FOR NO KEY UPDATE OF k`,
      [id],
    );
    const ids = personConsents.map((consent) => consent.id);
    await this.outbox.deleteFor(tx, ids);
    await tx.manager.update(
      PhotoConsent,
      { id: In(ids) },
      {
        name: '—',
        email: null,
        phone: null,
        signedName: null,
        paper: null,
        paperSha256: null,
        paperType: null,
        forgottenAt: this.clock.now(),
      },
    );
    tx.afterCommit(() => this.files.scheduleSweep());
  }

  private async change(
    actor: Actor,
    token: string,
    apply: (tx: Tx, consent: Awaited<ReturnType<typeof lockConsent>>) => Promise<void>,
  ): Promise<void> {
    await this.limits.consume('public-write', actor.address);
    const link = this.signed.verify(photoConsentLink, token);
    if (!link || !(await this.find(token))) throw notFound('This consent');
    await this.db.transaction(async (tx) => apply(tx, await lockConsent(tx, link.id)));
  }

  private async requireConsent(token: string): Promise<MyPhotoConsent> {
    const consent = await this.find(token);
    if (!consent) throw notFound('This consent');
    return consent;
  }
}
