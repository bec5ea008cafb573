import { Injectable } from '@nestjs/common';
import { SignedIds } from '@upstander/platform';

interface Of {
  id: string;
  edition: number;
}

/**
 * Which lessons of a course somebody has done, in their own hands: a signed mark in the address of the page, so that nothing
 * is kept here or on a device that others may use. It is nobody's: it names the course and its lessons, and no person.
 */
@Injectable()
export class CourseProgress {
  constructor(private readonly signed: SignedIds) {}

  /** The lessons that are done. Nothing is, by a mark that was not made here, or before the lessons changed. */
  lessonsOf({ id, edition }: Of, mark: string | null | undefined): Set<number> {
    const opened = mark ? this.signed.open(purposeOf(edition), mark) : null;
    if (!opened || opened.id !== id) return new Set();
    const numbers = Array.from({ length: 16 }, (_, at) => at + 1);
    return new Set(numbers.filter((number) => opened.version & (1 << (number - 1))));
  }

  mark({ id, edition }: Of, done: ReadonlySet<number>): string {
    const bits = [...done].reduce((all, number) => all | (1 << (number - 1)), 0);
    return this.signed.sign(purposeOf(edition), id, bits);
  }
}

const purposeOf = (edition: number) => `course-progress-${edition}`;
