import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { FileStore, type FileInRow } from '@upstander/files';
import {
  badInput,
  Clock,
  Database,
  insertRow,
  isUuid,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  type Acknowledgement,
} from '@upstander/platform';
import { unreadablePictureRefusal, redrawPicture } from '@upstander/files/pictures';
import type { ManagedPhoto } from './managed-photo.js';
import { isLive, urlsOf } from './photo-columns.js';
import { Photo, PhotoPlace } from './photo.entity.js';
import { PhotoInput } from './photo.input.js';
import { PhotoReads } from './photo-reads.js';

/** A photo as served. Its bytes may be shown only if `isLive`. */
export type ServedPhoto = Pick<Photo, 'sha256'> & { isLive: boolean; file: FileInRow };

const longestSide = 1600;
const smallWidth = 640;
/** Same pattern as in the database: a page of the site, a campaign update on it, or the portrait of a person on it. */
const singlePage =
  /^\/(?:|about(?:#[0-9a-f-]{36})?|(?:chapters|events|fundraisers|learn)\/[a-z0-9-]{1,120}(?:#[0-9a-f-]{36})?|events\/[a-z0-9-]{1,120}#contact|fundraisers\/[a-z0-9-]{1,120}\/[a-z0-9-]{1,120})$/;

@Injectable()
export class Photos {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly reads: PhotoReads,
    private readonly files: FileStore,
  ) {}

  /** Counts an upload before the body is read. @throws Refusal TOO_MANY_TRIES */
  admit(actor: Actor): Promise<void> {
    return this.limits.consume('photo-upload', String(actor.accountId));
  }

  /** Stores a photo, reencoded in two sizes without camera metadata. @throws Refusal FILE_NOT_READABLE, FILES_AWAY */
  async save(actor: Actor, bytes: Buffer): Promise<{ id: string; url: string }> {
    if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') throw unreadablePictureRefusal();
    const photo = await redrawPicture(bytes, longestSide);
    const small = await redrawPicture(photo.bytes, smallWidth);
    const [large, thumb] = await Promise.all([this.files.store(photo.bytes), this.files.store(small.bytes)]);
    const id = await insertRow(this.db.manager, Photo, {
      altEn: '',
      altEs: '',
      takenBy: '',
      width: photo.width,
      height: photo.height,
      sha256: large.sha256,
      bytes: large.bytes,
      smallSha256: thumb.sha256,
      smallBytes: thumb.bytes,
      addedBy: actor.accountId,
      createdAt: this.clock.now(),
    });
    return { id, url: urlsOf(id).url };
  }

  /** Returns a photo or null. Callers decide who may see it if it isn't live. */
  async serve(id: string, size: 'large' | 'small'): Promise<ServedPhoto | null> {
    if (!isUuid(id)) return null;
    const [found] = await this.db.query<{
      sha256: Buffer;
      digest: Buffer | null;
      bytes: Buffer | null;
      isLive: boolean;
    }>(
      `SELECT p.sha256, CASE WHEN $3 THEN p.small_sha256 ELSE p.sha256 END AS digest,
         CASE WHEN $3 THEN p.small_bytes ELSE p.bytes END AS bytes, ${isLive('$2')} AS "isLive"
       FROM outreach.photo p WHERE p.id = $1`,
      [id, this.clock.today(), size === 'small'],
    );
    if (!found) return null;
    const { sha256, digest, bytes, isLive: live } = found;
    return { sha256, isLive: live, file: { sha256: digest, bytes } };
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async update(actor: Actor, id: string, input: PhotoInput): Promise<ManagedPhoto> {
    const { values, faults } = readInput(PhotoInput, input);
    refuseFaults({ ...faults, ...(!input.confirmedNoClients && { confirmedNoClients: 'required' }) });
    await this.reads.findOne(id);
    await this.db.query(
      `UPDATE outreach.photo SET alt_en = $2, alt_es = $3, taken_by = $4,
         nobody_served_at = coalesce(nobody_served_at, $5), nobody_served_by = coalesce(nobody_served_by, $6) WHERE id = $1`,
      [id, values.altEn, values.altEs, values.takenBy, this.clock.now(), actor.accountId],
    );
    return this.reads.findOne(id);
  }

  /** Deletes a photo with all consent records. @throws Refusal NOT_FOUND */
  async delete(id: string): Promise<Acknowledgement> {
    await this.reads.findOne(id);
    await this.db.manager.delete(Photo, id);
    this.files.scheduleSweep();
    return { ok: true };
  }

  /** Places a photo on a page, replacing the current one. @throws Refusal NOT_FOUND, BAD_INPUT, NOT_THEIR_PORTRAIT */
  async placeOn(actor: Actor, id: string, address: string): Promise<ManagedPhoto> {
    const page = pageOf(address);
    await this.reads.findOne(id);
    await this.checkPlace(id, page);
    const placed = { page, photoId: id, placedBy: actor.accountId, placedAt: this.clock.now() };
    await this.db.manager.upsert(PhotoPlace, placed, ['page']);
    return this.reads.findOne(id);
  }

  /** @throws Refusal BAD_INPUT, NOT_THEIR_PORTRAIT */
  private async checkPlace(id: string, page: string): Promise<void> {
    const [found] = await this.db.query<{ name: string | null; isTheirs: boolean | null }>(
      `SELECT n.name, outreach.is_portrait_of($1, n.name) AS "isTheirs" FROM outreach.portrayed_name($2) AS n (name)`,
      [id, page],
    );
    const name = found?.name ?? null;
    if (!singlePage.test(page) || name === null) throw badInput({ page: 'not-there' });
    if (name === '' || found?.isTheirs) return;
    throw new Refusal(
      'NOT_THEIR_PORTRAIT',
      `A portrait needs the consent of ${name}, and of no one else. Ask for it under this name first.`,
      { name },
    );
  }

  /**
   * Idempotent.
   * @throws Refusal NOT_FOUND
   */
  async removeFrom(id: string, page: string): Promise<ManagedPhoto> {
    if (!isUuid(id)) throw notFound('This photo');
    await this.db.manager.delete(PhotoPlace, { photoId: id, page });
    return this.reads.findOne(id);
  }
}

/** Returns the page of an address: `https://our.site/events/x/?lang=es` becomes `/events/x`. */
function pageOf(address: string): string {
  const [url = '', part] = address.trim().toLowerCase().split('#');
  const path = url
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/\?.*$/, '')
    .replace(/\/$/, '');
  return (path || '/') + (part === undefined || part === '' ? '' : `#${part}`);
}
