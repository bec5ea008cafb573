export const layoutEn = {
  sentBy: (organisation: string) => `Sent by ${organisation}`,
  writes: (name: string) => `${name} writes:`,
};

export type LayoutWords = typeof layoutEn;
