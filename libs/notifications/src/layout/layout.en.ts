export const layoutEn = {
  sentBy: (organization: string) => `Sent by ${organization}`,
  writes: (name: string) => `${name} writes:`,
};

export type LayoutWords = typeof layoutEn;
