import { Injectable } from '@nestjs/common';
import { File } from '@upstander/accounting';
import { FileStore, type OpenFile } from '@upstander/files';
import { redrawPicture } from '@upstander/files/pictures';
import { RateLimits, type Actor } from '@upstander/identity';
import { badInput, Clock, Database, insertRow, notFound, Refusal, typedText } from '@upstander/platform';
import { CampaignPage } from '../campaigns/page.entity.js';
import { PageOutbox } from './mails/page-outbox.js';
import type { MyPage } from './my-page.js';
import { PageReads, wordsAreEditable } from './page-reads.js';
import { lockPage } from './page-store.js';

interface SubmittedPhoto {
  bytes: Buffer | null;
  alt: string;
  /** True if the owner stated that everyone in the photo agreed to it. */
  isAgreed: boolean;
}

const longestSide = 1600;

/** The photo of a supporter's page. Like its texts, it's public only after a review. */
@Injectable()
export class PagePhotos {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly reads: PageReads,
    private readonly post: PageOutbox,
    private readonly files: FileStore,
  ) {}

  /** Checks the link before a photo is read. @throws Refusal NOT_FOUND; TOO_MANY_TRIES */
  async admit(actor: Actor, token: string): Promise<string> {
    await this.limits.consume('public-write', actor.address);
    const page = await this.reads.byToken(token);
    if (!page) throw notFound('This page');
    return page.id;
  }

  /**
   * Submits a photo for review. Until it's approved, everyone sees the previous one.
   * @throws Refusal BAD_INPUT; FILE_NOT_READABLE; FILES_AWAY; PAGE_STATUS for a hidden page
   */
  async submit(id: string, photo: SubmittedPhoto): Promise<void> {
    if (!photo.bytes?.length) throw badInput({ photo: 'required' });
    if (!photo.isAgreed) throw badInput({ agreed: 'required' });
    const alt = typedText('alt', photo.alt, 250);
    const picture = await redrawPicture(photo.bytes, longestSide);
    const stored = await this.files.store(picture.bytes);
    const createdAt = this.clock.now();
    await this.db.transaction(async (tx) => {
      const page = await lockPage(tx, id);
      if (!wordsAreEditable(page.status))
        throw new Refusal('PAGE_STATUS', 'This page isn’t public, so you can’t change its photo right now.');
      const file = { ...picture, ...stored, purpose: 'page' as const, uploadedBy: null, createdAt };
      const fileId = await insertRow(tx.manager, File, file);
      if (page.status === 'live') {
        const { title, story } = page.edit ?? page;
        const edit = { title, story, photo: { fileId, alt, agreedAt: createdAt.toISOString() } };
        await tx.manager.update(CampaignPage, id, { edit, editAt: createdAt, editNote: null });
        await this.post.toStaff(tx, page);
      } else {
        // The page is not public yet. `editAt` makes sure that the reviewer has seen this photo.
        const editAt = page.status === 'in_review' ? createdAt : null;
        const values = { photoFileId: fileId, photoAlt: alt, photoAgreedAt: createdAt, editAt };
        await tx.manager.update(CampaignPage, id, values);
      }
    });
    this.files.scheduleSweep();
  }

  /** Removes the photo, and one that awaits review, without a review. Idempotent. @throws Refusal NOT_FOUND; TOO_MANY_TRIES */
  async remove(actor: Actor, token: string): Promise<MyPage> {
    const id = await this.admit(actor, token);
    await this.db.transaction(async (tx) => {
      const { title, story, edit } = await lockPage(tx, id);
      const isTextEdited = edit !== null && (edit.title !== title || edit.story !== story);
      await tx.manager.update(CampaignPage, id, {
        photoFileId: null,
        photoAlt: '',
        photoAgreedAt: null,
        ...(edit?.photo &&
          (isTextEdited ? { edit: { title: edit.title, story: edit.story } } : { edit: null, editAt: null })),
      });
    });
    this.files.scheduleSweep();
    return this.reads.findMineById(id);
  }

  /** Opens the photo as its owner sees it: the one that awaits review, else the current one. @throws Refusal NOT_FOUND */
  async openMine(token: string): Promise<OpenFile> {
    const page = await this.reads.byToken(token);
    const url = page?.edit?.photo?.url ?? page?.photo?.url;
    const id = url?.split('/').at(-1);
    const [file] = id
      ? await this.db.query<{ sha256: Buffer; bytes: Buffer | null }>(
          'SELECT sha256, bytes FROM fundraising.file WHERE id = $1',
          [id],
        )
      : [];
    if (!file) throw notFound('This photo');
    return this.files.open(file);
  }
}
