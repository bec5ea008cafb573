import { Injectable } from '@nestjs/common';
import { Config } from '@upstander/platform';
import { lookup as resolveHost, type LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';
import { readRetryAfter } from './retry-schedule.js';
import type { WebhookProblem } from './webhook-delivery.entity.js';

export interface WebhookResponse {
  /** Null without an answer. */
  statusCode: number | null;
  /** Null if the endpoint accepted the event. */
  problem: WebhookProblem | null;
  milliseconds: number;
  /** Beginning of the answer. */
  response: string;
  /** Milliseconds that the endpoint asked us to wait; 0 if it didn't. */
  retryAfterMs: number;
}

const maxResponseBytes = 1_000;

class PrivateAddressError extends Error {}

/** Sends webhooks. Follows no redirects and connects only to public addresses, whatever the host name resolves to. */
@Injectable()
export class WebhookClient {
  constructor(private readonly config: Config) {}

  /**
   * Refuses URLs that can never be delivered. Names are resolved at each attempt, because their address can change.
   * @returns the fault of the field, or null
   */
  urlFault(address: string): string | null {
    const url = new URL(address);
    if (url.username || url.password) return 'not-a-web-address';
    if (this.mayBePrivate(url)) return null;
    if (url.protocol !== 'https:') return 'not-a-web-address';
    const host = hostOf(url);
    const isLocalName =
      !isIP(host) && (!host.includes('.') || /\.(?:localhost|local|internal|home\.arpa)\.?$/.test(host));
    return isLocalName || (isIP(host) && !isPublicAddress(host)) ? 'private-address' : null;
  }

  /** Never throws. */
  async post(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<WebhookResponse> {
    const startedAt = performance.now();
    const result = await this.request(new URL(address), body, headers).catch((error: unknown) => ({
      statusCode: null,
      problem: problemOf(error),
      response: '',
      retryAfterMs: 0,
    }));
    return { ...result, milliseconds: Math.round(performance.now() - startedAt) };
  }

  private async request(url: URL, body: string, headers: Readonly<Record<string, string>>) {
    const allowsPrivate = this.mayBePrivate(url);
    // A literal address is not looked up.
    if (!allowsPrivate && isIP(hostOf(url)) && !isPublicAddress(hostOf(url))) throw new PrivateAddressError();
    const { request } = url.protocol === 'https:' ? https : http;
    const signal = AbortSignal.timeout(this.config.WEBHOOK_TIMEOUT_SECONDS * 1_000);
    return new Promise<Omit<WebhookResponse, 'milliseconds'>>((resolve, reject) => {
      const sent = request(
        url,
        {
          method: 'POST',
          agent: false,
          signal,
          ...(!allowsPrivate && { lookup: lookUpPublic }),
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
        },
        (answer) => {
          const statusCode = answer.statusCode ?? 0;
          const finish = (response: string) =>
            resolve({
              statusCode,
              problem: problemOfStatus(statusCode),
              response,
              retryAfterMs: readRetryAfter(answer.headers['retry-after'], new Date()),
            });
          readStart(answer, finish);
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  }

  private mayBePrivate(url: URL): boolean {
    return this.config.WEBHOOK_PRIVATE_HOSTS.includes(hostOf(url));
  }
}

/** Reads the beginning of the answer and closes the connection. A broken answer still has a status. */
function readStart(answer: http.IncomingMessage, finish: (text: string) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const end = () => {
    answer.destroy();
    // PostgreSQL stores no NUL.
    finish(Buffer.concat(chunks).subarray(0, maxResponseBytes).toString('utf8').replaceAll('\0', '�'));
  };
  answer.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxResponseBytes) end();
  });
  answer.once('end', end);
  answer.once('error', end);
}

/** Refuses a name if any of its addresses isn't public. The connection uses the address that was checked. */
const lookUpPublic: LookupFunction = (host, options, done) => {
  resolveHost(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '');
    if (!addresses.every(({ address }) => isPublicAddress(address))) return done(new PrivateAddressError(), '');
    const [first] = addresses;
    if (options.all) return done(null, addresses);
    done(null, first!.address, first!.family);
  });
};

/** IPv6 without brackets. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

function problemOfStatus(status: number): WebhookProblem | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'http';
}

function problemOf(error: unknown): WebhookProblem {
  if (error instanceof PrivateAddressError) return 'private_address';
  const { name, code = '' } = error as { name?: string; code?: string };
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') return 'timeout';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'dns';
  return /CERT|TLS|SSL|SELF_SIGNED|VERIFY|ALTNAME/.test(code) ? 'tls' : 'connection';
}
