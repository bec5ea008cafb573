import { ApiFault, ApiRefusal } from '@upstander/api-client';

/** @throws ApiRefusal for an expected refusal, ApiFault for all other errors, including network errors */
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
  // File storage is a separate service. Its outage is reported as a refusal with its own message.
  if (code !== undefined && (response.status < 500 || code === 'FILES_AWAY')) throw new ApiRefusal(code);
  throw new ApiFault(code === 'DATABASE_UNAVAILABLE' ? 'database' : 'server', id);
}
