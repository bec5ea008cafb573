/** Milliseconds. */
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;
