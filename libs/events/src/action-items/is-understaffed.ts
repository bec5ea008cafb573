/** SQL: true if a shift has fewer than half of its spots filled. */
export const isUnderstaffed = (shift: string) => `${shift}.taken * 2 < ${shift}.capacity`;
