import { IntrinsicException } from '@nestjs/common';

/**
 * An expected "no": a stable code for programs and plain words for a person. Everything else that is thrown is a
 * fault and leaves the server as an id only. Nest does not log an IntrinsicException as an error.
 */
export class Refusal extends IntrinsicException {
  constructor(
    /** A state of the world in capitals, such as `SHIFT_FULL`; part of the API, never renamed. */
    readonly code: string,
    message: string,
    /** What a client needs to react; public, so never personal data of another. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** The answer for what is missing and for what is somebody else's: the two read the same. */
export function notThere(what = 'This'): Refusal {
  return new Refusal('NOT_FOUND', `${what} is not there, or not yours to see.`);
}

/** Bad input, named field by field so that a form can show it where it belongs. */
export function badInput(fields: Readonly<Record<string, string>>, message = 'Please check what you typed.'): Refusal {
  return new Refusal('BAD_INPUT', message, { fields });
}
