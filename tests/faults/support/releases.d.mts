export function lastRelease(): string;
export function releasedCommit(version: string): string | null;
