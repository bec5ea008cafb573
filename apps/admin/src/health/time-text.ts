interface Words {
  seconds: (facts: { count: number }) => string;
  minutes: (facts: { count: number }) => string;
  hours: (facts: { count: number }) => string;
  days: (facts: { count: number }) => string;
}

const day = 86_400;

export function timeText(labels: Words, seconds: number): string {
  if (seconds < 60) return labels.seconds({ count: Math.round(seconds) });
  if (seconds < 3_600) return labels.minutes({ count: Math.round(seconds / 60) });
  if (seconds < 2 * day) return labels.hours({ count: Math.round(seconds / 3_600) });
  return labels.days({ count: Math.round(seconds / day) });
}
