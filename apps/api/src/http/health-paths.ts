/** Addresses that programs on our own network request, by any host name. */
const healthPaths: ReadonlySet<string> = new Set(['/livez', '/healthz', '/readyz', '/health']);

export function isHealthPath(path: string): boolean {
  return healthPaths.has(path);
}
