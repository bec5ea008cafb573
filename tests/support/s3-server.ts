import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Replaces the next answer: too busy, no answer, stuck midway, or cut off midway. */
export type S3Fault = 'busy' | 'silent' | 'stuck' | 'cut';

const region = 'eu-test-1';
const keyId = 'AKIATEST';
const secret = 'a secret/with+signs=';

/**
 * A server with the parts of S3 we use and one bucket. It verifies signatures (AWS Signature Version 4) by the
 * specification, independently of our library:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export class S3Server {
  readonly objects = new Map<string, Buffer>();
  readonly requests: string[] = [];
  readonly faults: S3Fault[] = [];

  private constructor(
    private readonly server: Server,
    readonly bucket: string,
    private readonly pageSize: number,
  ) {
    server.on('request', (request, response) => void this.handle(request, response));
  }

  static async start(bucket = 'our-files', pageSize = 1000): Promise<S3Server> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new S3Server(server, bucket, pageSize);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get settings(): Record<string, string> {
    return {
      FILES_KEPT_IN: 's3',
      FILES_S3_ENDPOINT: this.url,
      FILES_S3_BUCKET: this.bucket,
      FILES_S3_REGION: region,
      FILES_S3_ACCESS_KEY_ID: keyId,
      FILES_S3_SECRET_ACCESS_KEY: secret,
      FILES_S3_SECONDS: '20',
    };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const { method = '', url = '' } = request;
    const [path = '', query = ''] = url.split('?');
    const [, bucket, key = ''] = /^\/([^/]*)\/?(.*)$/.exec(decodeURIComponent(path)) ?? [];
    this.requests.push(`${method} ${key || '?'}`);
    const fault = this.faults.shift();
    if (fault === 'silent') return;
    if (fault === 'busy') return sendError(response, 503, 'SlowDown');
    const wrong = signatureFault(request, path, query, body);
    if (wrong) return sendError(response, 403, wrong);
    if (bucket !== this.bucket) return sendError(response, 403, 'AccessDenied');
    if (key === '') return this.list(new URLSearchParams(query), response);
    const stored = this.objects.get(key);
    if (method === 'PUT') this.objects.set(key, body);
    if (method === 'DELETE') this.objects.delete(key);
    if (method !== 'GET') return void response.writeHead(method === 'DELETE' ? 204 : 200).end();
    if (!stored) return sendError(response, 404, 'NoSuchKey');
    response.writeHead(200, { 'content-length': stored.length });
    if (fault === 'stuck' || fault === 'cut') {
      response.write(stored.subarray(0, stored.length >> 1));
      if (fault === 'cut') setImmediate(() => response.destroy());
      return;
    }
    response.end(stored);
  }

  private list(query: URLSearchParams, response: ServerResponse): void {
    const after = query.get('continuation-token') ?? '';
    const maxKeys = Math.min(Number(query.get('max-keys') ?? 1000), this.pageSize);
    const remainingKeys = [...this.objects.keys()].sort().filter((key) => key > after);
    const page = remainingKeys.slice(0, maxKeys);
    const continuation =
      remainingKeys.length > maxKeys ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(`<?xml version="1.0"?><ListBucketResult>${continuation}${contents}</ListBucketResult>`);
  }
}

function sendError(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`);
}

/** Returns the S3 error code for a bad signature, or null. */
function signatureFault(request: IncomingMessage, path: string, query: string, body: Buffer): string | null {
  const { authorization = '', 'x-amz-date': date, 'x-amz-content-sha256': hash } = request.headers;
  const [, credential = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(authorization) ?? [];
  const [id, day = '', ...scope] = credential.split('/');
  if (id !== keyId) return 'InvalidAccessKeyId';
  if (scope.join('/') !== `${region}/s3/aws4_request`) return 'AuthorizationHeaderMalformed';
  const signedAt = Date.parse(String(date).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!String(date).startsWith(day) || !(Math.abs(Date.now() - signedAt) < 900_000)) return 'RequestTimeTooSkewed';
  if (hash !== createHash('sha256').update(body).digest('hex')) return 'XAmzContentSHA256Mismatch';
  const signed = names.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name))) return 'AccessDenied';
  const canonical = [
    request.method,
    path,
    query.split('&').sort().join('&'),
    ...signed.map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    names,
    hash,
  ].join('\n');
  const text = [
    'AWS4-HMAC-SHA256',
    date,
    [day, ...scope].join('/'),
    createHash('sha256').update(canonical).digest('hex'),
  ];
  let key: Buffer = Buffer.from(`AWS4${secret}`);
  for (const part of [day, ...scope]) key = createHmac('sha256', key).update(part).digest();
  const expected = createHmac('sha256', key).update(text.join('\n')).digest();
  return timingSafeEqual(expected, Buffer.from(signature.padEnd(64, '0'), 'hex')) ? null : 'SignatureDoesNotMatch';
}
