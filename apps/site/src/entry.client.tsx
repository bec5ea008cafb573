// The bundler needs an entry, but no page runs a script. Nothing refers to this one.
export {};
