/** SQL for the time of gift `g` in all lists: when it was paid, or when it was started if it is unpaid. */
export const giftTime = 'coalesce(g.paid_at, g.created_at)';
