/** The difference of two means relative to their spread. */
export function welch(sample: readonly number[], otherSample: readonly number[]): number {
  const [a, b] = [momentsOf(sample), momentsOf(otherSample)];
  return (a.mean - b.mean) / Math.sqrt(a.variance / sample.length + b.variance / otherSample.length);
}

function momentsOf(sample: readonly number[]): { mean: number; variance: number } {
  const mean = sum(sample) / sample.length;
  return { mean, variance: sum(sample.map((x) => (x - mean) ** 2)) / (sample.length - 1) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, sample) => total + sample, 0);
