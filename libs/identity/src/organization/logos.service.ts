import { Injectable } from '@nestjs/common';
import { FileStore, type FileInRow } from '@upstander/files';
import { redrawPicture, unreadablePictureRefusal } from '@upstander/files/pictures';
import { Clock, Database, insertRow, isUuid, notFound, type LogoFile } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { StoredLogo } from './logo.entity.js';

const longestSide = 800;

@Injectable()
export class Logos {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly files: FileStore,
  ) {}

  /** Counts an upload before the body is read. @throws Refusal TOO_MANY_TRIES */
  admit(actor: Actor): Promise<void> {
    return this.limits.consume('logo-upload', String(actor.accountId));
  }

  /** Stores a logo, re-encoded as PNG because email programs don't show WebP. @throws Refusal FILE_NOT_READABLE, FILES_AWAY */
  async save(actor: Actor, bytes: Buffer): Promise<LogoFile> {
    if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') throw unreadablePictureRefusal();
    const picture = await redrawPicture(bytes, longestSide, 'png');
    const { sha256, bytes: kept } = await this.files.store(picture.bytes);
    const size = { width: picture.width, height: picture.height };
    const by = { uploadedBy: actor.accountId, createdAt: this.clock.now() };
    const id = await insertRow(this.db.manager, StoredLogo, { ...size, ...by, sha256, bytes: kept });
    return { id, ...size };
  }

  async find(id: string): Promise<LogoFile | null> {
    const [logo] = await this.db.query<LogoFile & Record<string, unknown>>(
      'SELECT l.id, l.width, l.height FROM identity.logo l WHERE l.id = $1',
      [id],
    );
    return logo ?? null;
  }

  /** @throws Refusal NOT_FOUND */
  async file(id: string): Promise<FileInRow> {
    const [file] = isUuid(id)
      ? await this.db.query<{ sha256: Buffer; bytes: Buffer | null }>(
          'SELECT l.sha256, l.bytes FROM identity.logo l WHERE l.id = $1',
          [id],
        )
      : [];
    if (!file) throw notFound('This logo');
    return file;
  }
}
