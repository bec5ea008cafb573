import { ApiFault, ApiRefusal } from '@upstander/api-client';

/**
 * Sends a file as it is to a plain address of the API.
 * @throws ApiRefusal for an expected "no"; ApiFault for everything else, the network included.
 */
export async function sendFile<Answer>(path: string, file: Blob, type = file.type): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': type, 'apollo-require-preflight': 'true' },
      body: file,
    });
  } catch {
    throw new ApiFault('network');
  }
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer as Answer;
  const { code, id } = answer as { code?: string; id?: string };
  // Where files are kept is a service of its own: away, it is a refusal with words, and no fault of ours.
  if (code !== undefined && (response.status < 500 || code === 'FILES_AWAY')) throw new ApiRefusal(code);
  throw new ApiFault(code === 'DATABASE_UNAVAILABLE' ? 'database' : 'server', id);
}
