/** A stable code and its details, for example the missing columns. */
export class UnreadableFileError extends Error {
  constructor(
    readonly problem: string,
    readonly details: readonly string[] = [],
  ) {
    super(problem);
  }
}

/** Thrown if the reader process fails. A retry may succeed. */
export class FileReaderError extends Error {}
