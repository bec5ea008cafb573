export function findingsIn(said: string): { ok: boolean; wrong: string[] } {
  const { ok, findings } = JSON.parse(said) as { ok: boolean; findings: Array<{ state: string; says: string }> };
  return { ok, wrong: findings.filter(({ state }) => state === 'wrong').map(({ says }) => says) };
}

export function settingsIn(said: string): Record<string, string> {
  return Object.fromEntries([...said.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
}
