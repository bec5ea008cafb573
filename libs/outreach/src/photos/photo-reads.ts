import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  isUuid,
  keysetList,
  matches,
  notFound,
  SharedReads,
  Values,
  type Connection,
  type PageArgs,
} from '@upstander/platform';
import type { ManagedPhoto, PlacedPhoto } from './managed-photo.js';
import type { PhotoConsent } from './photo.entity.js';
import {
  consentColumns,
  isLive,
  managedColumns,
  placedColumns,
  suitsPlace,
  urlsOf,
  type ManagedRow,
  type PlacedPhotoRow,
} from './photo-columns.js';
import type { PhotoFilter } from './photo.input.js';

/** An expired or withdrawn consent takes effect with the next read. */
@Injectable()
export class PhotoReads {
  /** Concurrent requests for the photos of the same page share one query. */
  private readonly pages = new SharedReads<PlacedPhoto[]>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the photos of a page that may be shown, the page's own first. */
  listForPage(page: string): Promise<PlacedPhoto[]> {
    return this.pages.get([page], () => this.readForPage(page));
  }

  private async readForPage(page: string): Promise<PlacedPhoto[]> {
    const found = await this.db.queryNamed<PlacedPhotoRow>(
      'photos-of-page',
      `SELECT ${placedColumns} FROM outreach.photo_place l JOIN outreach.photo p ON p.id = l.photo_id
       WHERE (l.page = $1 OR l.page >= $1 || '#' AND l.page < $1 || '$') AND ${isLive('$2')} AND ${suitsPlace}
       ORDER BY l.page LIMIT 50`,
      [page, this.clock.today()],
    );
    return found.map((photo) => ({ ...photo, ...urlsOf(photo.id) }));
  }

  /** @throws Refusal BAD_INPUT for an invalid page */
  async list(filter: PhotoFilter, page: PageArgs): Promise<Connection<ManagedPhoto>> {
    const values = new Values([this.clock.today()]);
    const conditions = ['true'];
    if (filter.status) conditions.push(`outreach.photo_status(p.id, $1::date) = ${values.add(filter.status)}`);
    if (filter.placed != null)
      conditions.push(
        `EXISTS (SELECT FROM outreach.photo_place l WHERE l.photo_id = p.id) = ${values.add(filter.placed)}`,
      );
    if (filter.person?.trim()) conditions.push(`outreach.is_portrait_of(p.id, ${values.add(filter.person.trim())})`);
    if (filter.search?.trim())
      conditions.push(
        ...matches(`platform.fold(p.alt_en || ' ' || p.alt_es || ' ' || p.taken_by)`, filter.search, values),
      );
    return keysetList<ManagedRow, ManagedPhoto>(
      this.db,
      {
        conditions,
        values,
        page,
        from: 'outreach.photo p',
        columns: managedColumns('$1'),
        direction: 'DESC',
        by: { 'p.created_at': 'timestamptz', 'p.id': 'uuid' },
      },
      // Lists leave out consents, because they don't need anyone's address.
      (row) => ({ ...row, ...urlsOf(row.id), consents: [] }),
    );
  }

  async find(id: string): Promise<ManagedPhoto | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.db.query<ManagedRow>(
      `SELECT ${managedColumns('$2')} FROM outreach.photo p WHERE p.id = $1`,
      [id, this.clock.today()],
    );
    if (!row) return null;
    const consents = await this.db.query<PhotoConsent & Record<string, unknown>>(
      `SELECT ${consentColumns} FROM outreach.photo_consent k WHERE k.photo_id = $1 ORDER BY k.created_at DESC, k.id`,
      [id],
    );
    return { ...row, ...urlsOf(row.id), consents };
  }

  /** @throws Refusal NOT_FOUND */
  async findOne(id: string): Promise<ManagedPhoto> {
    const photo = await this.find(id);
    if (!photo) throw notFound('This photo');
    return photo;
  }

  /** Counts placed photos whose consent ends within 30 days or has already ended. */
  async countNeedingYou(): Promise<number> {
    const [found] = await this.db.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM outreach.photo p
       WHERE EXISTS (SELECT FROM outreach.photo_place l WHERE l.photo_id = p.id)
         AND outreach.photo_status(p.id, $1::date) IN ('ending', 'ended', 'withdrawn')`,
      [this.clock.today()],
    );
    return found?.count ?? 0;
  }
}
