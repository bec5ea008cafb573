import type { SmsAccount } from './sms-account.js';
import { SmsUnavailableError } from './sms-provider.js';

const timeoutMs = 10_000;
const maxAnswerBytes = 64 * 1024;
const maxRetryAfter = 3_600;
const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

export interface TwilioAnswer {
  status: number;
  body: Readonly<Record<string, unknown>>;
}

/** Calls Twilio's API of the account. */
export class TwilioClient {
  constructor(
    private readonly account: SmsAccount,
    private readonly timeout = timeoutMs,
  ) {}

  /**
   * Sends a form, or reads if there is none. Returns answers with a 2xx or 4xx status.
   * @param path below the account, for example `/Messages.json`
   * @throws SmsUnavailableError for no answer, 429, 5xx, redirects, and anything that isn't a JSON object
   */
  async request(path: string, form?: URLSearchParams): Promise<TwilioAnswer> {
    const { sid, apiKey, apiSecret, apiUrl } = this.account;
    try {
      const response = await fetch(`${apiUrl}/2010-04-01/Accounts/${sid}${path}`, {
        method: form ? 'POST' : 'GET',
        headers: {
          accept: 'application/json',
          authorization: `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`,
        },
        ...(form && { body: form }),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.timeout),
      });
      const { status } = response;
      if (status === 429 || status >= 500 || (status >= 300 && status < 400)) {
        await response.body?.cancel();
        throw new SmsUnavailableError(`HTTP ${status}`, retryAfterOf(response), status < 500);
      }
      return { status, body: parseObject(await readText(response)) };
    } catch (error) {
      if (error instanceof SmsUnavailableError) throw error;
      const reason = reasonOf(error);
      throw new SmsUnavailableError(reason, null, neverConnected.has(reason));
    }
  }
}

function retryAfterOf({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return seconds > 0 ? Math.min(Math.ceil(seconds), maxRetryAfter) : null;
}

/** Stops reading a long answer instead of filling the memory. */
async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new SmsUnavailableError('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseObject(text: string): TwilioAnswer['body'] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SmsUnavailableError('the answer is not JSON');
  }
  if (typeof value !== 'object' || value === null) throw new SmsUnavailableError('the answer is not an object');
  return value as TwilioAnswer['body'];
}

/** Returns a code, because messages of the network stack can contain the address. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return 'timeout';
  return typeof cause?.code === 'string' ? cause.code : 'no connection';
}
