/** The same names as in the API (`Feature`). */
export type SiteFeature = 'fundraising' | 'opportunities' | 'sealed_zone';

/** Facts of the organization on every page. Another object after each change of its settings. */
export interface SiteOrganization {
  name: string;
  contactEmail: string;
  /** E.164 */
  contactPhone: string | null;
  /** The most guests that a volunteer may bring. An event can allow fewer. */
  guestsPerSignup: number;
  /** Languages that the site offers, English first. */
  languages: readonly string[];
  /** Features of this installation; pages of the others don't exist (request/features.tsx). */
  features: readonly SiteFeature[];
  logo: { url: string; width: number; height: number } | null;
  /** Color of buttons, if it isn't the default. */
  actionColor: string | null;
  /** Style sheet with the organization's colors, if they aren't the default ones. */
  colorsPath: string | null;
}

/** Services for loaders and actions, created by apps/api; the site has no other access to the server. */
export interface SiteContext {
  /** Runs a query of our GraphQL API in this process, with the visitor's cookie and IP address. */
  graphql(query: string, variables?: Record<string, unknown>): Promise<{ data?: unknown; errors?: unknown[] }>;
  /**
   * Signs in or out. Returns the Set-Cookie headers, which the action must send.
   * @throws outside a submitted form.
   */
  changeSession(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ data?: unknown; errors?: unknown[]; cookies: string[] }>;
  /** Without a trailing slash. */
  publicUrl: string;
  /** True if the admin has a host name of its own: then the site asks for the code of an authenticator app itself. */
  hasAdminHost: boolean;
  organization: SiteOrganization;
  timeZone: string;
  /** Neutral page of another site for the quick exit. */
  leaveTo: string;
  /** ID in the log, shown to visitors to quote in a report. */
  requestId: string;
  /** True if the page reveals something about its reader. It sends no referrer and ignores the session. */
  quiet: boolean;
  /** True if another site led the browser here. Such a visit must not sign anyone out. */
  ledFromElsewhere: boolean;
  /**
   * Returns the token of a personal link by its name in the address (`~` and a name), or null if this browser doesn't
   * have it. Returns other values unchanged.
   */
  linkToken(named: string): string | null;
  /** Returns the token of the sign-up link this browser opened last. */
  openedSignup(): string | null;
  /**
   * Returns the content security policy of a page with special needs: a form that leads to the payment page, the puzzle
   * script (during card testing), or the encryption script.
   */
  policy(needs: { pays?: boolean; totals?: boolean; proves?: boolean; seals?: boolean }): string;
  /** Encrypts a text for one purpose. `unseal` returns null for text not encrypted here for it. */
  seal(purpose: string, text: string): string;
  unseal(purpose: string, sealed: string): string | null;
  /** Returns a PNG for shared links. Texts are truncated to fit. */
  shareImage(image: { above: string; title: string; below: string; organization: string }): Promise<Uint8Array>;
  report(error: unknown): void;
}

declare module 'react-router' {
  // Declaration merging needs an interface, although this one adds nothing.
  interface AppLoadContext extends SiteContext {
    readonly kind?: 'site';
  }
}
