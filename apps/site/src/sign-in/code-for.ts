const name = 'code-for';

/** Keeps the address a code was sent to from one page to the next: it belongs in no URL, and in no history. */
export function keepAddress(email: string, publicUrl: string): string {
  return cookie(encodeURIComponent(email), 15 * 60, publicUrl);
}

export function forgetAddress(publicUrl: string): string {
  return cookie('', 0, publicUrl);
}

/** The address a code was sent to from this browser, or an empty text. */
export function keptAddress(request: Request): string {
  const kept = new RegExp(`(?:^|;\\s*)${name}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
  try {
    return decodeURIComponent(kept ?? '').slice(0, 254);
  } catch {
    return '';
  }
}

function cookie(value: string, seconds: number, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
