import type { Catalog } from '@upstander/web-kit';
import type { RegistrationData } from './queries';

type Facts = Pick<RegistrationData, 'status' | 'position' | 'expiresAt'> & {
  event: Pick<RegistrationData['event'], 'status'>;
};

export function registrationStatusText(
  { status, position, expiresAt, event }: Facts,
  t: Catalog['site']['registration']['manage'],
): string {
  if (event.status === 'CANCELLED') return t.eventCanceled;
  if (status === 'CANCELLED') return t.canceled;
  if (status === 'EXPIRED') return t.expired;
  if (expiresAt !== null) return t.unconfirmed;
  return status === 'WAITLISTED' ? t.waitlisted({ position }) : t.confirmed;
}
