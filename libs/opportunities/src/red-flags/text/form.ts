/** A text in another form, and for each of its characters where in the text as written it comes from. */
export interface Form {
  readonly text: string;
  readonly from: readonly number[];
}

/** A part of a text as written. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Builds a form character by character. */
export class FormBuilder {
  private readonly parts: string[] = [];
  private readonly from: number[] = [];

  /** Adds characters that all come from one place. */
  add(characters: string, from: number): void {
    this.parts.push(characters);
    for (let i = 0; i < characters.length; i += 1) this.from.push(from);
  }

  build(): Form {
    return { text: this.parts.join(''), from: this.from };
  }
}

/** The form with some of its parts written otherwise; each replacement comes from where its part began. */
export function rewritten(form: Form, parts: RegExp, write: (part: string) => string): Form {
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
