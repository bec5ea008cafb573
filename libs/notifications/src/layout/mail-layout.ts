import type { LocaleName } from '@upstander/identity';
import type { Config } from '@upstander/platform';
import { layoutHtml } from './layout-html.js';
import { layoutText } from './layout-text.js';

/** A string is a paragraph; its line breaks are kept. */
export type MailBlock =
  | string
  /** URLs in a value become links only if marked `linked`; never mark user input. */
  | { facts: ReadonlyArray<MailFact> }
  /** Action links, most important first. */
  | { buttons: ReadonlyArray<MailButton> }
  /** Links in a list, one per line. A person may have written their labels. */
  | { links: ReadonlyArray<MailButton> }
  /** A code to enter elsewhere, displayed large. */
  | { code: string }
  /** Text written by a person, set apart from ours. */
  | { quote: string; by?: string }
  | { small: string }
  /** Heading of a part. */
  | { title: string };

export type MailFact = readonly [label: string, value: string, links?: 'linked'];

export interface MailButton {
  label: string;
  url: string;
}

/** HTML and text are rendered from this description. */
export interface MailDescription {
  locale: LocaleName;
  heading: string;
  blocks: readonly MailBlock[];
  /** Preview text shown after the subject; defaults to the first paragraph. */
  preview?: string;
  /** Page where the recipient chooses notifications; null to leave out the link. */
  preferencesUrl?: string | null;
}

export interface Sender extends Pick<Config, 'ORGANIZATION_NAME' | 'POSTAL_ADDRESS' | 'PUBLIC_URL'> {
  /** Null to omit the header. */
  MAIL_COLOR: string | null;
  /** True to leave out the drawn mark, which isn't the organization's logo. */
  hasOwnLogo?: boolean;
}

export function mailLayout(sender: Sender, mail: MailDescription): { html: string; text: string } {
  return { html: layoutHtml(sender, mail), text: layoutText(sender, mail) };
}
