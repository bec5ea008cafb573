/** What the server gives every loader and action. apps/api makes it; nothing else reaches the server. */
export interface SiteContext {
  /** Asks our GraphQL API in this process, with the visitor's own cookie and address. */
  graphql(query: string, variables?: Record<string, unknown>): Promise<{ data?: unknown; errors?: unknown[] }>;
  /**
   * The same for signing in and out: answers with the Set-Cookie headers that the action must hand on. Throws outside a
   * form that was sent.
   */
  changeSession(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ data?: unknown; errors?: unknown[]; cookies: string[] }>;
  /** Without a slash at the end. */
  publicUrl: string;
  organisationName: string;
  /** Where people may write to. */
  contactEmail: string;
  /** Of the organisation. */
  timeZone: string;
  /** The neutral page of another site that the quick way out leads to. */
  leaveTo: string;
  /** Stands in the log beside what went wrong; shown to the visitor as the number to quote. */
  requestId: string;
  /** Whether this page tells something about whoever reads it: it sends no referrer and knows nobody's session. */
  quiet: boolean;
  /** Whether another site led the browser to this address: such a visit ends nothing. */
  ledFromElsewhere: boolean;
  /**
   * The token of a personal link, by what stands for it in an address (`~` and a name): null where this browser does not
   * have it, or has it no more. What is none of these names is itself.
   */
  linkToken(named: string): string | null;
  /** The token of the sign-up whose link this browser opened last, while it has one. */
  openedSignup(): string | null;
  /**
   * The content security policy of a page that needs a little more than the others: a form that leads to the payment
   * page, our own sum (only while the gift form is under attack), or our own sealing of what somebody writes.
   */
  policy(needs: { pays?: boolean; proves?: boolean; seals?: boolean }): string;
  /** Seals a text that this browser is to keep for one purpose; `unseal` answers null for what was not sealed here for it. */
  seal(purpose: string, text: string): string;
  unseal(purpose: string, sealed: string): string | null;
  /** A picture for where a link to a page is shared, as PNG; each text is cut to what fits. */
  shareImage(image: { above: string; title: string; below: string; organisation: string }): Promise<Uint8Array>;
  report(error: unknown): void;
}

declare module 'react-router' {
  // Declaration merging needs an interface, and this one adds nothing of its own.
  interface AppLoadContext extends SiteContext {
    readonly kind?: 'site';
  }
}
