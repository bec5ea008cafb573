import { registerEnumType } from '@nestjs/graphql';
import { Registry } from '../registry/registry.js';

/** One way to find rows of a kind: tables, with the conditions for public visibility. `$1` is the current time. */
export interface SearchSource {
  from: string;
  /** Condition for what the public can see now; nothing downstream checks again. */
  where: string;
  /** A column made by platform.search_vector. */
  vector: string;
  name: string;
  id: string;
  /** ID that several rows share to be one result, represented by the first of them; null for rows on their own. */
  group?: string;
  /** Language of the text, if any. Results in the visitor's language come first. */
  language?: string;
  /** Sort key, lowest first: selects rows when there are too many, and breaks ties. */
  order: { sql: string; type: 'time' | 'other' };
}

/**
 * Fields of a result, for the row with the ID `page.id`. `page.grouped` is the number of matching rows in its group; `$2` is
 * the visitor's language. Public data only.
 */
export interface SearchFace {
  from: string;
  slug: string;
  title: string;
  /** Markdown or plain text that excerpts are taken from. */
  text: string;
  place?: string;
  startsAt?: string;
  timeZone?: string;
}

export interface Searchable {
  description: string;
  ways: readonly SearchSource[];
  face: SearchFace;
}

export const SearchKind: Record<string, string> = {};
const words: Record<string, { description: string }> = {};

/** All kinds of search results, each defined by the library that owns its tables. */
class Searchables extends Registry<Searchable> {
  override define<const Own extends Readonly<Record<string, Searchable>>>(ownEntries: Own): Own {
    for (const [kind, { description }] of Object.entries(ownEntries)) {
      SearchKind[kind.toUpperCase()] = kind;
      words[kind.toUpperCase()] = { description };
    }
    return super.define(ownEntries);
  }
}

export const searchables = new Searchables('searchable kind');
registerEnumType(SearchKind, { name: 'SearchKind', description: 'Kind of search result.', valuesMap: words });
