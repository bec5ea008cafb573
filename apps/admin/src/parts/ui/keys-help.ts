/** Shows which key does what, from any screen. Set by the frame, which holds the dialog. */
export const keysHelp: { open: () => void } = { open: () => undefined };
