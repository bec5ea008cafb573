import { registerEnumType } from '@nestjs/graphql';
import { Registry } from '../registry/registry.js';

/** One way to find rows of a kind: tables, and what everybody may see of them. `$1` is the time that it is. */
export interface SearchWay {
  from: string;
  /** Whoever adds a kind says here what everybody may see now; nothing behind it asks again. */
  where: string;
  /** A column made by platform.search_vector. */
  vector: string;
  /** What it is called, for words that were mistyped. */
  name: string;
  /** The id of the thing. */
  id: string;
  /** The language of these words, where they have one: those of the visitor's language come first. */
  language?: string;
  /** Which are found where there are more than anybody reads, and which come first among equals: the lowest. */
  order: { sql: string; type: 'time' | 'other' };
}

/** What a result shows, of the row with the id `page.id`; `$2` is the visitor's language. Nothing but what everybody may see. */
export interface SearchFace {
  from: string;
  slug: string;
  title: string;
  /** What a line is cut from, of Markdown or plain text. */
  text: string;
  place?: string;
  startsAt?: string;
  timeZone?: string;
}

export interface Searchable {
  description: string;
  ways: readonly SearchWay[];
  face: SearchFace;
}

/** The kinds of things that search finds: `EVENT: 'event'`. */
export const SearchKind: Record<string, string> = {};
const words: Record<string, { description: string }> = {};

/** Every kind that search finds, each defined by the library that has its tables. */
class Searchables extends Registry<Searchable> {
  override define<const Own extends Readonly<Record<string, Searchable>>>(own: Own): Own {
    for (const [kind, { description }] of Object.entries(own)) {
      SearchKind[kind.toUpperCase()] = kind;
      words[kind.toUpperCase()] = { description };
    }
    return super.define(own);
  }
}

export const searchables = new Searchables('searchable kind');
registerEnumType(SearchKind, { name: 'SearchKind', description: 'What search finds.', valuesMap: words });
