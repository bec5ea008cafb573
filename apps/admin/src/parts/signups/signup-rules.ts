export interface MenuSignup {
  id: string;
  name: string;
  status: string;
  addressConfirmed: boolean;
  hasEmail: boolean;
}

const dayLong = 86_400_000;

export function hasSignupMenu({ status }: Pick<MenuSignup, 'status'>): boolean {
  return status !== 'CANCELLED' && status !== 'EXPIRED';
}

/** True if the API shows the emergency contact: for people with a spot, from a day before the shift to a day after. */
export function showsContact(
  { status, addressConfirmed }: Pick<MenuSignup, 'status' | 'addressConfirmed'>,
  shift: { startsAt: string; endsAt: string } | undefined,
  now: Date,
): boolean {
  if (!shift || !addressConfirmed || !['CONFIRMED', 'CHECKED_IN', 'COMPLETED'].includes(status)) return false;
  const at = now.valueOf();
  return at >= Date.parse(shift.startsAt) - dayLong && at <= Date.parse(shift.endsAt) + dayLong;
}
