/** A request as the network brings it. Names of headers are in small letters. */
export interface Asked {
  method: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What becomes of a connection: an answer, or none, because it was cut or nobody ever spoke. */
export type Outcome = Answer | 'cut' | 'silence';
