import type { LayoutWords } from './layout.en.js';

export const layoutEs: LayoutWords = {
  sentBy: (organization) => `Enviado por ${organization}`,
  writes: (name) => `${name} escribe:`,
};
