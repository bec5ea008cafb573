import { connect } from 'node:tls';

/**
 * Returns the end of the certificate that visitors of an HTTPS URL get, usually the proxy's; null for HTTP, or without an
 * answer. Invalid and expired certificates are read as well.
 */
export function servedUntil(url: string, timeoutMs = 10_000): Promise<Date | null> {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:') return Promise.resolve(null);
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      servername: hostname,
      rejectUnauthorized: false,
    });
    const end = (validTo?: string) => {
      socket.destroy();
      resolve(validTo ? new Date(validTo) : null);
    };
    socket.setTimeout(timeoutMs, () => end());
    socket.once('error', () => end());
    socket.once('secureConnect', () => end(socket.getPeerCertificate().valid_to));
  });
}
