import { typedLine } from '@upstander/platform';

/** Returns an optional line of text, or ''. @throws Refusal BAD_INPUT naming the field */
export function optionalLine(field: string, text: string | null | undefined, maxLength: number): string {
  return text?.trim() ? typedLine(field, text, maxLength) : '';
}
