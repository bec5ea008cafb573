import { IntrinsicException } from '@nestjs/common';

/** Has a stable code and a message for people. Nest doesn't log an IntrinsicException as an error. */
export class Refusal extends IntrinsicException {
  constructor(
    /** A state in capitals, for example `SHIFT_FULL`. Part of the API, never renamed. */
    readonly code: string,
    message: string,
    /** Data a client needs to react. Public, so it must not contain someone else's personal data. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Missing records and those the actor may not see must look the same. */
export function notFound(what = 'This'): Refusal {
  return new Refusal('NOT_FOUND', `${what} is not there, or not yours to see.`);
}

/** @param details more facts about the fields, for example limits */
export function badInput(
  fields: Readonly<Record<string, string>>,
  message = 'Please check what you typed.',
  details: Readonly<Record<string, unknown>> = {},
): Refusal {
  return new Refusal('BAD_INPUT', message, { ...details, fields });
}
