import { typedLine } from '@upstander/platform';

/** @throws Refusal BAD_INPUT naming the field */
export function optionalLine(field: string, text: string | null | undefined, maxLength: number): string {
  return text?.trim() ? typedLine(field, text, maxLength) : '';
}
