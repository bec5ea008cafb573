// No page runs a script. The bundler asks for an entry all the same; it is referenced by nothing.
export {};
