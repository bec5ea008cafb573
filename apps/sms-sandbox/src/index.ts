export { exampleAccount, type Account, type AccountNumber } from './account.js';
export { signCallback } from './callbacks/signature.js';
export { Carrier, type CarrierOptions } from './carrier.js';
export type { CallbackProblems } from './callbacks/callbacks.js';
export { countSegments } from './messages/count-segments.js';
export type { Message } from './messages/message.js';
export { readOptions, StartError, type ProgramOptions } from './options.js';
export { serve, type CarrierServer } from './server.js';
export { startCarrier, type CarrierHandle } from './testing/start-carrier.js';
