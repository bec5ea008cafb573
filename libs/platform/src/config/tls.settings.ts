import { z } from 'zod';
import { setting, settingTypes } from './setting.js';

/** How connections are encrypted: those to the programs, and those that the programs open. */
export const tlsSettings = {
  TLS_CERT_FILE: setting(
    z.string().min(1).optional(),
    'File with the certificate and its chain (PEM). With it, every port of the programs speaks TLS, so that the connection from the proxy is encrypted too. A renewed file is loaded without a restart.',
    '/etc/upstander/tls/tls.crt',
    { requiredSettings: (file) => (file === undefined ? [] : ['TLS_KEY_FILE']) },
  ),
  TLS_KEY_FILE: setting(
    z.string().min(1).optional(),
    'File with the private key of that certificate (PEM).',
    '/etc/upstander/tls/tls.key',
    { requiredSettings: (file) => (file === undefined ? [] : ['TLS_CERT_FILE']) },
  ),
  REQUIRE_TLS: setting(
    settingTypes.flag('false'),
    'With true, no program starts if a connection is not encrypted or a certificate is not verified, not even to neighbors on a private network. Only this machine (loopback and Unix sockets) is exempt.',
    'true',
  ),
} as const;
