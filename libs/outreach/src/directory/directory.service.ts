import { Injectable } from '@nestjs/common';
import { selectList, Database, keysetList, matches, Values, type Connection, type PageArgs } from '@upstander/platform';
import { DirectoryEntry, type DirectoryKind } from './directory-entry.entity.js';

type Row = DirectoryEntry & Record<string, unknown>;

const columns = `${selectList(DirectoryEntry, 'e', 'anyone')}, d.name AS "districtName"`;
const joins = 'LEFT JOIN outreach.directory_entry d ON d.id = e.district_id';

/** Maximum number of suggestions. Typing more letters narrows them down. */
const maxResults = 12;

@Injectable()
export class Directory {
  constructor(private readonly db: Database) {}

  /** Returns suggestions for part of a name or city; none for fewer than three letters. */
  async search(text: string): Promise<DirectoryEntry[]> {
    if (text.trim().length < 3 || text.length > 100) return [];
    const values = new Values();
    const conditions = matches('e.search_text', text, values);
    return this.db.query<Row>(
      `SELECT ${columns} FROM outreach.directory_entry e ${joins} WHERE ${conditions.join(' AND ')}
       ORDER BY e.kind DESC, e.name, e.id LIMIT ${maxResults}`,
      values.list,
    );
  }

  async byId(id: string): Promise<DirectoryEntry | null> {
    const [entry] = await this.db.query<Row>(
      `SELECT ${columns} FROM outreach.directory_entry e ${joins} WHERE e.id = $1`,
      [id],
    );
    return entry ?? null;
  }

  /** @throws Refusal BAD_INPUT for an invalid page */
  list(
    filter: { search?: string | null; kind?: DirectoryKind | null },
    page: PageArgs,
  ): Promise<Connection<DirectoryEntry>> {
    const values = new Values();
    const conditions = [
      ...(filter.search?.trim() ? matches('e.search_text', filter.search, values) : []),
      ...(filter.kind ? [`e.kind = ${values.add(filter.kind)}`] : []),
    ];
    return keysetList<Row>(this.db, {
      columns,
      joins,
      conditions,
      values,
      page,
      from: 'outreach.directory_entry e',
      by: { 'e.name': 'text', 'e.id': 'uuid' },
    });
  }
}
