/** A whole file that cannot be read: a stable code, and what it is about, such as the columns that are missing. */
export class UnreadableFile extends Error {
  constructor(
    readonly problem: string,
    readonly details: readonly string[] = [],
  ) {
    super(problem);
  }
}

/** A reader that broke for a reason of its own; the next try may go the same way. */
export class ReaderFailed extends Error {}
