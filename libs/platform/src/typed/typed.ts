import { badInput } from '../refusals/refusal.js';

/** Trims a line of input and joins its lines. @throws Refusal BAD_INPUT naming the field */
export function typedLine(field: string, text: string, maxLength: number): string {
  const line = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (line === '') throw badInput({ [field]: 'required' });
  if (line.length > maxLength) throw badInput({ [field]: 'too-long' });
  // Rejects control characters and lone surrogates, which no one types.
  if (/[\p{Cc}\p{Cs}]/u.test(line)) throw badInput({ [field]: 'not-text' });
  return line;
}

/** Trims multi-line input. @throws Refusal BAD_INPUT naming the field */
export function typedText(field: string, text: string, maxLength: number): string {
  const lines = text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (lines === '') throw badInput({ [field]: 'required' });
  if (lines.length > maxLength) throw badInput({ [field]: 'too-long' });
  if (/\p{Cs}|[^\P{Cc}\n\t]/u.test(lines)) throw badInput({ [field]: 'not-text' });
  return lines;
}

/** @throws Refusal BAD_INPUT if the idempotency key is invalid */
export function typedKey(key: string | null | undefined): string | null {
  if (key === null || key === undefined) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw badInput({ idempotencyKey: 'not-a-key' });
  return key;
}

/** Trims optional multi-line input; returns '' if empty. @throws Refusal BAD_INPUT naming the field */
export function typedNote(field: string, text: string | null | undefined, maxLength: number): string {
  return text?.trim() ? typedText(field, text, maxLength) : '';
}
