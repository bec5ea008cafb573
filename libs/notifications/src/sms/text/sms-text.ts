import { segmentsOf } from '@upstander/money';

/** Characters that are missing in GSM-7 and have a plain form. One of them halves the room of a segment. */
const plainForms: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
};

const shortestTitle = 12;

/** Returns the body as it is sent: with plain punctuation, and without accents if that saves a segment. */
export function plainSms(body: string): string {
  const plain = [...body].map((one) => plainForms[one] ?? one).join('');
  const withoutAccents = plain.replace(/[áíóúÁÍÓÚ]/g, (one) => one.normalize('NFD').charAt(0));
  return segmentsOf(withoutAccents).segments < segmentsOf(plain).segments ? withoutAccents : plain;
}

/** A text, or the parts of one whose title may be shortened. */
export type SmsBody = string | { title: string; write: (title: string) => string };

/** Puts the organization's name first, and shortens the title if the text then fits one segment. */
export function composeSms(organization: string, body: SmsBody): string {
  if (typeof body === 'string') return plainSms(`${organization}: ${body}`);
  const title = body.title.replace(/\s+/g, ' ').trim();
  const compose = (shown: string) => plainSms(`${organization}: ${body.write(shown)}`);
  const characters = [...title];
  for (let length = characters.length; length >= shortestTitle; length -= 1) {
    const isWhole = length === characters.length;
    const text = compose(
      isWhole
        ? title
        : `${characters
            .slice(0, length - 3)
            .join('')
            .trimEnd()}...`,
    );
    if (segmentsOf(text).segments === 1) return text;
  }
  return compose(title);
}
