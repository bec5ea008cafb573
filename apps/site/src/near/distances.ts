export const distances = ['5', '10', '25', '50', '100'] as const;
export const usualDistance = '25';
