// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import type { vault as english } from './vault.en.generated.js';

export const vault: typeof english = {
  passphrase: 'Tu frase',
  passphraseHint: 'Aquella con la que creaste tu llave. No es tu contraseña y nunca sale de esta página.',
  show: 'Mostrar la frase',
  wrong: 'Esa no es la frase de tu llave.',
  failed: 'No se pudo abrir tu llave en este dispositivo. Prueba con otro navegador.',
  unlock: 'Abrir',
  unlocking: 'Abriendo…',
  isOpen: 'Tu llave está en la memoria de esta página.',
  lockNow: 'Guardarla ya',
  noCrypto: 'Esta página no se abrió por https, y por eso el navegador no presta su cifrado. Abre la administración por su dirección https.',
};
