// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import type { session as english } from './session.en.generated.js';

export const session: typeof english = {
  proveTitle: '¿Eres tú?',
  proveText: 'Para dar una función con poder, escribe un código nuevo de tu aplicación de códigos.',
  proveSubmit: 'Seguir',
};
