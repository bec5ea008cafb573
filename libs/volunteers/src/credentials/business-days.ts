/** Returns the day after `count` full business days (Monday to Friday) following `day`. Ignores holidays. */
export function afterBusinessDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  const isBusiness = () => at.getUTCDay() !== 0 && at.getUTCDay() !== 6;
  for (let businessDays = 0; businessDays < count;) {
    at.setUTCDate(at.getUTCDate() + 1);
    if (isBusiness()) businessDays += 1;
  }
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}
