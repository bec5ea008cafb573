/** Why a receipt no longer holds: money went back, a bank took it back, it was recorded by mistake, or it is more now. */
export type VoidReason = 'refunded' | 'dispute-lost' | 'cancelled' | 'changed';
