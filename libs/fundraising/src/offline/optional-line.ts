import { typedLine } from '@upstander/platform';

/** One line that may be left out: '' then. @throws Refusal BAD_INPUT naming the field. */
export function optionalLine(field: string, text: string | null | undefined, most: number): string {
  return text?.trim() ? typedLine(field, text, most) : '';
}
