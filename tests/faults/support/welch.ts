/** Returns Welch's t of two samples: the difference of their means relative to their spread. */
export function welch(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [moments(one), moments(other)];
  return (a.mean - b.mean) / Math.sqrt(a.variance / one.length + b.variance / other.length);
}

function moments(sample: readonly number[]): { mean: number; variance: number } {
  const mean = sum(sample) / sample.length;
  return { mean, variance: sum(sample.map((x) => (x - mean) ** 2)) / (sample.length - 1) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
