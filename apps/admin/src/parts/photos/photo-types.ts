/** File types that the API re-encodes. */
export const photoTypes = 'image/jpeg,image/png,image/webp,image/heic';
