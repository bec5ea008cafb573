import { json, type Answer } from './http.js';

/** https://www.twilio.com/docs/usage/twilios-response */
export class TwilioError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  answer(): Answer {
    const { status, code, message } = this;
    const more_info = `https://www.twilio.com/docs/errors/${code}`;
    return json(status, { code, message, more_info, status }, this.headers);
  }
}
