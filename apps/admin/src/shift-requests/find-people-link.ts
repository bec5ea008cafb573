/** Returns the address of the list of volunteers to ask about a shift. */
export function findPeopleLink(eventId: string, shiftId: string, isForAdults = false): string {
  const params = new URLSearchParams({ shift: shiftId, ...(isForAdults && { match: 'adults' }) });
  return `/events/${eventId}/find-people?${params.toString()}`;
}
