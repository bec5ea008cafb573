/** URL of the installation. The environment variables are described in ../README.md. */
export const url = process.env.UPSTANDER_URL ?? 'http://localhost:3000';
const { UPSTANDER_TOKEN: token = '', UPSTANDER_COOKIE: cookie = '' } = process.env;

export const headers = { origin: url, cookie, 'x-graphql-token': token };

/** Sends one document and returns its data. @throws Error with the code of a rejection */
export async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Data;
    errors?: { message: string; extensions: { code: string } }[];
  };
  const [refusal] = errors ?? [];
  if (refusal) throw new Error(`${refusal.extensions.code}: ${refusal.message}`);
  return data as Data;
}
