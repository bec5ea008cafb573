/** Set by the frame, which renders the dialog. */
export const keysHelp: { open: () => void } = { open: () => undefined };
