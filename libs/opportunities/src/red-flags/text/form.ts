/** A normalized text, with the position in the original text for each character. */
export interface Form {
  readonly text: string;
  readonly from: readonly number[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export class FormBuilder {
  private readonly parts: string[] = [];
  private readonly from: number[] = [];

  /** Adds characters that all come from one position. */
  add(characters: string, from: number): void {
    this.parts.push(characters);
    for (let i = 0; i < characters.length; i += 1) this.from.push(from);
  }

  build(): Form {
    return { text: this.parts.join(''), from: this.from };
  }
}

/** Returns the form with matching parts replaced. Each replacement maps to the start of its part. */
export function replaceParts(form: Form, parts: RegExp, write: (part: string) => string): Form {
  const builder = new FormBuilder();
  let done = 0;
  for (const match of form.text.matchAll(parts)) {
    for (let i = done; i < match.index; i += 1) builder.add(form.text[i]!, form.from[i]!);
    builder.add(write(match[0]), form.from[match.index]!);
    done = match.index + match[0].length;
  }
  if (done === 0) return form;
  for (let i = done; i < form.text.length; i += 1) builder.add(form.text[i]!, form.from[i]!);
  return builder.build();
}
