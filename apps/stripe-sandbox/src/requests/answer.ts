/** Header names are lowercase. */
export interface ApiRequest {
  method: string;
  /** Includes the query string. */
  path: string;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A response, or a simulated dropped or hanging connection. */
export type Outcome = Answer | 'cut' | 'silence';
