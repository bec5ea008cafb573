import { Injectable } from '@nestjs/common';
import { File, FilePurpose, fileUrl } from '@upstander/accounting';
import { Access, RateLimits, type Actor } from '@upstander/identity';
import { FileStore } from '@upstander/files';
import { badInput, Clock, Database, insertRow, isUuid, notFound, Refusal } from '@upstander/platform';
import { unreadablePictureRefusal, redrawPicture } from '@upstander/files/pictures';
import { publicStatuses } from '../campaigns/campaign-status.js';

export interface StoredFile extends Pick<File, 'purpose' | 'mediaType' | 'sha256' | 'bytes'> {
  isPublic: boolean;
}

export type SavedFile = Pick<File, 'id' | 'width' | 'height'> & { url: string };

@Injectable()
export class Files {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly limits: RateLimits,
    private readonly store: FileStore,
  ) {}

  /**
   * Checks the permission for an upload before its content is read.
   * @throws Refusal BAD_INPUT for an unknown purpose; NOT_ALLOWED; TOO_MANY_TRIES
   */
  async admit(actor: Actor, purpose: unknown): Promise<FilePurpose> {
    const known = Object.values(FilePurpose).find((name) => name === purpose);
    // Supporters upload photos of their pages by personal link.
    if (!known || known === 'page') throw badInput({ purpose: 'not-a-choice' });
    const permission = known === 'cover' ? 'campaign:read' : 'disbursement:read';
    if (this.access.chaptersOf(actor, permission).length === 0) {
      throw new Refusal('NOT_ALLOWED', 'Your account doesn’t have access to this.');
    }
    await this.limits.consume('file-upload', String(actor.accountId));
    return known;
  }

  /**
   * Images are re-encoded; documents are stored unchanged, because they serve as evidence.
   * @throws Refusal FILE_NOT_READABLE; FILES_AWAY
   */
  async save(actor: Actor, purpose: FilePurpose, bytes: Buffer): Promise<SavedFile> {
    const isDocument = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
    if (isDocument && purpose === 'cover') throw unreadablePictureRefusal();
    const file = isDocument
      ? { mediaType: 'application/pdf', width: null, height: null, bytes }
      : await redrawPicture(bytes, purpose === 'cover' ? 1600 : 2400);
    const kept = await this.store.store(file.bytes);
    const by = { uploadedBy: actor.accountId, createdAt: this.clock.now() };
    const id = await insertRow(this.db.dataSource.manager, File, { ...file, ...kept, ...by, purpose });
    return { id, url: fileUrl(id), width: file.width, height: file.height };
  }

  /**
   * Returns a file. Covers of public campaigns, photos of live pages and receipts of approved transfers are public.
   * Other covers and photos need campaign access; everything else needs finance access.
   * @throws Refusal NOT_FOUND, also without access
   */
  async readFile(actor: Actor, id: string): Promise<StoredFile> {
    if (!isUuid(id)) throw notFound('This file');
    const covers = this.access.chaptersOf(actor, 'campaign:read').length > 0;
    const money = this.access.chaptersOf(actor, 'disbursement:read');
    const [file] = await this.db.query<StoredFile>(
      `SELECT f.purpose, f.media_type AS "mediaType", f.sha256, f.bytes, seen.public AS "isPublic"
       FROM fundraising.file f CROSS JOIN LATERAL (
         SELECT CASE f.purpose
           WHEN 'cover' THEN EXISTS (
             SELECT FROM fundraising.campaign c WHERE c.cover_file_id = f.id AND c.status = ANY ($2::text[]))
           WHEN 'page' THEN EXISTS (
             SELECT FROM fundraising.page p JOIN fundraising.campaign c ON c.id = p.campaign_id
             WHERE p.photo_file_id = f.id AND p.status = 'live' AND c.status = ANY ($2::text[]))
           WHEN 'evidence' THEN EXISTS (
             SELECT FROM fundraising.disbursement d WHERE d.evidence_file_id = f.id AND d.status = 'approved')
           ELSE false END AS public
       ) seen
       WHERE f.id = $1 AND (seen.public
         OR f.purpose IN ('cover', 'page') AND $3
         OR f.purpose NOT IN ('cover', 'page') AND $4
         OR f.purpose = 'evidence' AND EXISTS (
           SELECT FROM fundraising.disbursement d JOIN fundraising.campaign c ON c.id = d.campaign_id
           WHERE d.evidence_file_id = f.id AND c.chapter_id = ANY ($5::uuid[]))
         OR f.uploaded_by = $6)`,
      [id, publicStatuses, covers, money === 'all', money === 'all' ? [] : money, actor.accountId],
    );
    if (!file) throw notFound('This file');
    return file;
  }
}
