import { Injectable } from '@nestjs/common';
import { SignedIds } from '@upstander/platform';

interface CourseEdition {
  id: string;
  edition: number;
}

/**
 * Progress in a course as a signed token in the page's URL. Nothing is stored on the server or on a shared device. The
 * token names the course and the completed lessons, but no person.
 */
@Injectable()
export class CourseProgress {
  constructor(private readonly signed: SignedIds) {}

  /** Returns the completed lessons. Returns none for an invalid token or an earlier edition. */
  lessonsOf({ id, edition }: CourseEdition, mark: string | null | undefined): Set<number> {
    const opened = mark ? this.signed.verify(purposeOf(edition), mark) : null;
    if (!opened || opened.id !== id) return new Set();
    const numbers = Array.from({ length: 16 }, (_, at) => at + 1);
    return new Set(numbers.filter((number) => opened.version & (1 << (number - 1))));
  }

  mark({ id, edition }: CourseEdition, done: ReadonlySet<number>): string {
    const bits = [...done].reduce((all, number) => all | (1 << (number - 1)), 0);
    return this.signed.sign(purposeOf(edition), id, bits);
  }
}

const purposeOf = (edition: number) => `course-progress-${edition}`;
