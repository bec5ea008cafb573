// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import type { views as english } from './views.en.generated.js';

export const views: typeof english = {
  savedViews: 'Vistas guardadas',
  manageViews: 'Guardar o eliminar vistas',
  viewName: 'Nombre',
  shareWith: 'Para quién',
  onlyMe: 'Solo para mí',
  sharedWith: ({ chapter }) => `Para todo el equipo de ${chapter}`,
  save: 'Guardar la vista',
  saving: 'Guardando…',
  viewSaved: ({ name }) => `«${name}» se guardó.`,
  deleteView: ({ name }) => `Eliminar «${name}»`,
  by: ({ name }) => `compartida por ${name}`,
  noViews: 'Todavía no hay vistas guardadas de esta lista.',
  viewHint: 'Los filtros y el orden como están ahora. Si repites un nombre tuyo, esa vista se reemplaza.',
};
