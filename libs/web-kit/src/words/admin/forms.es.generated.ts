// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import type { forms as english } from './forms.en.generated.js';

export const forms: typeof english = {
  draft: {
    saved: ({ time }) => `Guardado en este dispositivo a las ${time}`,
    notYet: 'Lo que escribes se guarda en este dispositivo.',
    foundTitle: 'Tienes un evento sin terminar',
    foundEditTitle: 'Tienes cambios sin guardar',
    found: ({ when }) => `En este dispositivo desde: ${when}.`,
    restore: 'Seguir con esto',
    discard: 'Descartarlo',
  },
  markdown: {
    view: 'Escribir o ver',
    write: 'Escribir',
    preview: 'Vista previa',
    nothingToPreview: 'Todavía no hay nada escrito.',
    previewWhat: 'la vista previa',
  },
};
