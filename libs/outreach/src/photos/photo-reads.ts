import { Injectable } from '@nestjs/common';
import {
  Clock,
  Config,
  Database,
  dayIn,
  isUuid,
  keysetList,
  matches,
  notThere,
  Values,
  type Connection,
} from '@upstander/platform';
import type { ManagedPhoto, PlacedPhoto } from './managed-photo.js';
import type { PhotoConsent } from './photo.entity.js';
import {
  consentColumns,
  isLive,
  managedColumns,
  placedColumns,
  urlsOf,
  type ManagedRow,
  type PlacedRow,
} from './photo-columns.js';
import type { PhotoFilter } from './photo.input.js';

/** What pages and staff see of photos. A consent that ended or was taken back is gone from the very next answer on. */
@Injectable()
export class PhotoReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The photos of a page that may be shown, its own first. */
  async ofPage(page: string): Promise<PlacedPhoto[]> {
    const found = await this.db.named<PlacedRow>(
      'photos-of-page',
      `SELECT ${placedColumns} FROM outreach.photo_place l JOIN outreach.photo p ON p.id = l.photo_id
       WHERE (l.page = $1 OR l.page >= $1 || '#' AND l.page < $1 || '$') AND ${isLive('$2')}
       ORDER BY l.page LIMIT 50`,
      [page, this.today()],
    );
    return found.map((photo) => ({ ...photo, ...urlsOf(photo.id) }));
  }

  /** All photos, the last added first. @throws Refusal BAD_INPUT for a page that is none. */
  async list(
    filter: PhotoFilter,
    page: { first?: number | null; after?: string | null },
  ): Promise<Connection<ManagedPhoto>> {
    const values = new Values([this.today()]);
    const conditions = ['true'];
    if (filter.status) conditions.push(`outreach.photo_status(p.id, $1::date) = ${values.add(filter.status)}`);
    if (filter.placed != null)
      conditions.push(
        `EXISTS (SELECT FROM outreach.photo_place l WHERE l.photo_id = p.id) = ${values.add(filter.placed)}`,
      );
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
        by: [
          { sql: 'p.created_at', type: 'timestamptz' },
          { sql: 'p.id', type: 'uuid' },
        ],
      },
      // Who agreed is looked up for one photo at a time: a list has no need of their addresses.
      (row) => ({ ...row, ...urlsOf(row.id), consents: [] }),
    );
  }

  /** One of them with who agreed, or null. */
  async find(id: string): Promise<ManagedPhoto | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.db.query<ManagedRow>(
      `SELECT ${managedColumns('$2')} FROM outreach.photo p WHERE p.id = $1`,
      [id, this.today()],
    );
    if (!row) return null;
    const consents = await this.db.query<PhotoConsent & Record<string, unknown>>(
      `SELECT ${consentColumns} FROM outreach.photo_consent k WHERE k.photo_id = $1 ORDER BY k.created_at DESC, k.id`,
      [id],
    );
    return { ...row, ...urlsOf(row.id), consents };
  }

  /** @throws Refusal NOT_FOUND */
  async one(id: string): Promise<ManagedPhoto> {
    const photo = await this.find(id);
    if (!photo) throw notThere('This photo');
    return photo;
  }

  /** How many photos on pages end within 30 days, or are gone from their pages already. */
  async countNeedingYou(): Promise<number> {
    const [found] = await this.db.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM outreach.photo p
       WHERE EXISTS (SELECT FROM outreach.photo_place l WHERE l.photo_id = p.id)
         AND outreach.photo_status(p.id, $1::date) IN ('ending', 'ended', 'withdrawn')`,
      [this.today()],
    );
    return found?.count ?? 0;
  }

  /** Today where the organisation is. */
  today(): string {
    return dayIn(this.config.TIME_ZONE, this.clock.now());
  }
}
