interface Words {
  seconds: (facts: { count: number }) => string;
  minutes: (facts: { count: number }) => string;
  hours: (facts: { count: number }) => string;
  days: (facts: { count: number }) => string;
}

const day = 86_400;

/** So many seconds as people say it: “12 minutes”, “3 days”. */
export function timeText(say: Words, seconds: number): string {
  if (seconds < 60) return say.seconds({ count: Math.round(seconds) });
  if (seconds < 3_600) return say.minutes({ count: Math.round(seconds / 60) });
  if (seconds < 2 * day) return say.hours({ count: Math.round(seconds / 3_600) });
  return say.days({ count: Math.round(seconds / day) });
}
