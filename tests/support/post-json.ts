import { Agent, request } from 'node:http';

/** Keeps connections open. */
const agent = new Agent({ keepAlive: true });

export interface PostAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** Posts a JSON text with a fifth of the processor time that `fetch` needs, because specs send tens of thousands of requests. */
export function postJson(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          accept: '*/*',
          'user-agent': 'node',
          'content-type': 'application/json',
          ...headers,
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: headersOf(response.rawHeaders), text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** `raw` alternates names and values. Repeated headers, for example cookies, stay separate. */
function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let n = 0; n < raw.length; n += 2) headers.append(raw[n]!, raw[n + 1]!);
  return headers;
}
