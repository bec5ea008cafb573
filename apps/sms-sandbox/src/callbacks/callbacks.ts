import type { Agenda } from '../clock/agenda.js';
import type { Random } from '../clock/random.js';
import { signCallback } from './signature.js';

export interface Callback {
  url: string;
  params: Record<string, string>;
  attempt: number;
  /** Receives the body of a successful answer. */
  onAnswer: (answer: CallbackAnswer) => void;
}

export interface CallbackAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** Shares are between 0 and 1; true means all. */
export interface CallbackProblems {
  /** Sends due callbacks one at a time, in random order. */
  shuffle?: boolean;
  /** Sends callbacks twice. */
  duplicate?: number | boolean;
  /** Delays callbacks by up to this many milliseconds. */
  late?: number;
  /** Keeps all callbacks back until unset. */
  hold?: boolean;
}

type Failure = '4xx' | '5xx' | 'ct' | 'rt';

const timeoutMs = 15_000;
/** Milliseconds before the first retry. It doubles with each one. */
const firstPause = 1_000;
const largestAnswer = 64 * 1024;

/** Sends signed callbacks, with the retries that the fragment of their URL asks for. */
export class Callbacks {
  private readonly due: Callback[] = [];
  private readonly underWay = new Set<Promise<void>>();
  problems: CallbackProblems = {};
  /** Returns the address to connect to, as a proxy in front of our customer would. The signature covers the URL. */
  route: (url: string) => string = (url) => url;
  /** Number of attempts that were answered, by status; 0 for no answer. */
  readonly answers = new Map<number, number>();

  constructor(
    private readonly agenda: Agenda,
    private readonly random: Random,
    private readonly authToken: string,
  ) {}

  add(url: string, params: Record<string, string>, onAnswer: Callback['onAnswer'] = () => {}): void {
    const { duplicate = 0, late = 0 } = this.problems;
    const copies = duplicate === true || this.random.next() < Number(duplicate) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1)
      this.schedule({ url, params, attempt: 0, onAnswer }, late ? this.random.between(0, late) : 0);
  }

  /** Sends everything that is due and returns when it is answered. */
  async settle(): Promise<void> {
    for (;;) {
      this.agenda.runDue();
      this.send();
      if (this.underWay.size === 0) return;
      await Promise.all(this.underWay);
    }
  }

  send(): void {
    const { hold, shuffle } = this.problems;
    if (hold) return;
    while (this.due.length > 0 && !(shuffle && this.underWay.size > 0)) {
      const at = shuffle ? this.random.between(0, this.due.length - 1) : 0;
      const [callback] = this.due.splice(at, 1);
      const work = this.attempt(callback as Callback).finally(() => this.underWay.delete(work));
      this.underWay.add(work);
    }
  }

  private schedule(callback: Callback, delay: number): void {
    this.agenda.schedule(delay, () => this.due.push(callback));
  }

  private async attempt(callback: Callback): Promise<void> {
    const answer = await this.post(callback);
    const status = typeof answer === 'string' ? 0 : answer.status;
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
    if (typeof answer !== 'string' && status >= 200 && status < 300) return callback.onAnswer(answer);
    const failure = typeof answer === 'string' ? answer : status >= 500 ? '5xx' : '4xx';
    const { count, policies } = retriesOf(callback.url);
    if (callback.attempt >= count || !policies.has(failure)) return;
    this.schedule({ ...callback, attempt: callback.attempt + 1 }, firstPause * 2 ** callback.attempt);
  }

  private async post({ url, params }: Callback): Promise<CallbackAnswer | Failure> {
    const [address] = url.split('#') as [string];
    try {
      const response = await fetch(this.route(address), {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
          'user-agent': 'TwilioProxy/1.1',
          'x-twilio-signature': signCallback(this.authToken, address, params),
          'i-twilio-idempotency-token': this.random.sid('').slice(0, 32),
        },
        body: new URLSearchParams(params).toString(),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const body = (await response.text()).slice(0, largestAnswer);
      return { status: response.status, contentType: response.headers.get('content-type') ?? '', body };
    } catch (error) {
      return (error as Error).name === 'TimeoutError' ? 'rt' : 'ct';
    }
  }
}

/** https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
function retriesOf(url: string): { count: number; policies: ReadonlySet<Failure> } {
  const overrides = new URLSearchParams(url.split('#')[1] ?? '');
  const count = Math.min(Number(overrides.get('rc') ?? 1), 5);
  const named = (overrides.get('rp') ?? 'ct').split(',');
  const all: Failure[] = ['4xx', '5xx', 'ct', 'rt'];
  return { count, policies: new Set(all.filter((one) => named.includes(one) || named.includes('all'))) };
}
