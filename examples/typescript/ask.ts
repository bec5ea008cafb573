/** URL of the installation. The environment variables are described in ../README.md. */
const url = process.env.UPSTANDER_URL ?? 'http://localhost:3000';
const { UPSTANDER_TOKEN: token } = process.env;
const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};

/** Sends one GraphQL document and returns its data. @throws Error with the code of a rejection */
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

/** Reads all pages of a REST list. @throws Error with the code of a rejection */
export async function* fetchPages<Row>(path: string, filters: Record<string, string>): AsyncGenerator<Row> {
  let after: string | null = null;
  do {
    const query = new URLSearchParams({ ...filters, limit: '100', ...(after !== null && { after }) });
    const response = await fetch(`${url}/api/v1${path}?${query}`, { headers });
    const page = (await response.json()) as { data: Row[]; next: string | null; code?: string; detail?: string };
    if (!response.ok) throw new Error(`${page.code}: ${page.detail}`);
    yield* page.data;
    after = page.next;
  } while (after !== null);
}
