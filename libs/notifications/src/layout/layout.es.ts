import type { LayoutWords } from './layout.en.js';

export const layoutEs: LayoutWords = {
  sentBy: (organisation) => `Enviado por ${organisation}`,
  writes: (name) => `${name} escribe:`,
};
