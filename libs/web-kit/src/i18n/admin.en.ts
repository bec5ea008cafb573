/** Words of the admin, in English. The Spanish file must have exactly these keys. */
export const admin = {
  title: 'Organizer desk',
};
