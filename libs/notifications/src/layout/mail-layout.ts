import type { LocaleName } from '@upstander/identity';
import type { Config } from '@upstander/platform';
import { layoutHtml } from './layout-html.js';
import { layoutText } from './layout-text.js';

/** One part of a mail. A plain string is a paragraph; line breaks in it are kept. */
export type MailBlock =
  | string
  /** What, where, when: label and value; addresses in it are links only where it says so, and nobody unknown typed it. */
  | { facts: ReadonlyArray<MailFact> }
  /** Links that ask to be followed, the most important first. */
  | { buttons: ReadonlyArray<MailButton> }
  /** Something to type elsewhere, large and easy to copy. */
  | { code: string }
  /** Words of a person, kept apart from ours. */
  | { quote: string; by?: string }
  /** Small print. */
  | { small: string };

export type MailFact = readonly [label: string, value: string, links?: 'linked'];

export interface MailButton {
  label: string;
  url: string;
}

/** A mail before it is HTML or text: written once, so that the two never tell different things. */
export interface MailDescription {
  locale: LocaleName;
  heading: string;
  blocks: readonly MailBlock[];
  /** The line mail programs show after the subject; the first paragraph unless told. */
  preview?: string;
}

/** Who sends: the foot of every mail. */
export interface Sender extends Pick<Config, 'ORGANISATION_NAME' | 'POSTAL_ADDRESS' | 'PUBLIC_URL'> {
  /** Null: the mail has no head that says whose it is. */
  MAIL_COLOUR: string | null;
}

/** Writes a mail as accessible HTML and as plain text, with the organisation and its postal address at the foot. */
export function mailLayout(sender: Sender, mail: MailDescription): { html: string; text: string } {
  return { html: layoutHtml(sender, mail), text: layoutText(sender, mail) };
}
